package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fingerprint;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;

/**
 * One version of a service as it runs: an image digest together with a configuration revision and the catalog's inputs to
 * the pod. Never changed once created; its name, {@code <service>-<8 hex digits>}, is a function of its parts.
 *
 * @param image always pinned by digest
 * @param probePath HTTP path that answers 2xx when an instance is ready, on the first port
 */
public record Version(
        String name, Name service, ImageReference image, Digest configuration, List<Port> ports, String probePath) {
    public Version {
        ports = List.copyOf(ports);
        if (image.digest().isEmpty()) {
            throw new IllegalArgumentException("a version needs an image pinned by digest, not " + image);
        }
    }

    /** The version that these parts are. The repository is no part of the name: promotion to another registry is no change. */
    public static Version of(
            Name service, ImageReference image, Digest configuration, List<Port> ports, String probePath) {
        Digest parts = Fingerprint.of("version")
                .add("image", image.digest().map(Digest::value).orElse(""))
                .add("configuration", configuration.value())
                .add(
                        "ports",
                        ports.stream().map(p -> p.name() + "=" + p.number()).toList())
                .add("probe", probePath)
                .digest();
        return new Version(service + "-" + parts.brief(), service, image, configuration, ports, probePath);
    }
}
