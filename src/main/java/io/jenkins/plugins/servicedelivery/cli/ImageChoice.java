package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The option that names images; without it the images that were built last are taken. */
final class ImageChoice {
    @Option(
            names = "--image",
            paramLabel = "SERVICE=IMAGE",
            description = "Take this image, host/path@sha256:digest, instead of the one built last. May be repeated.")
    private Map<Name, ImageReference> images = new LinkedHashMap<>();

    /** The image of each service; a service without one keeps what it runs. */
    SortedMap<Name, ImageReference> of(Workshop workshop) {
        SortedMap<Name, ImageReference> chosen =
                new TreeMap<>(workshop.builtImages().of(workshop.line().name()));
        chosen.putAll(images);
        return chosen;
    }

    /** The image of one service. */
    SortedMap<Name, ImageReference> of(Workshop workshop, Name service) {
        workshop.catalog().service(workshop.line().name(), service);
        SortedMap<Name, ImageReference> chosen = of(workshop);
        chosen.keySet().retainAll(Set.of(service));
        if (chosen.isEmpty()) {
            throw new FailedException(
                    "Choosing the image of " + service,
                    "none was built with this --state folder",
                    "Build it first, or name it with --image " + service + "=host/path@sha256:digest.");
        }
        return chosen;
    }
}
