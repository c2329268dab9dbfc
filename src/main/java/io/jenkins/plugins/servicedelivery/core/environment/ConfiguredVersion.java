package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import java.util.List;
import java.util.SortedMap;

/** A version together with the configuration it runs with: what is brought up as a whole and removed as a whole. */
public record ConfiguredVersion(Version version, ConfigRevision configuration) {
    public ConfiguredVersion {
        if (!version.configuration().equals(configuration.id())
                || !version.service().equals(configuration.service())) {
            throw new IllegalArgumentException(
                    "the configuration " + configuration.id() + " does not belong to " + version.name());
        }
    }

    /**
     * The version of a service that this image and these values make.
     *
     * @param image pinned by digest
     * @param values what every configuration key of the service comes to in its environment
     */
    public static ConfiguredVersion of(
            Service service, ImageTemplate template, ImageReference image, SortedMap<String, String> values) {
        ConfigRevision configuration = ConfigRevision.of(service.name(), values);
        Version version = Version.of(service.name(), image, configuration.id(), service.ports(), template.probePath());
        return new ConfiguredVersion(version, configuration);
    }

    /** The version's name, {@code <service>-<8 hex digits>}. */
    public String name() {
        return version.name();
    }

    /** The objects that a cluster runs for it. */
    public List<ClusterObject> objects(Renderer renderer, Ownership owner, int replicas) {
        return renderer.version(owner, version, configuration, replicas);
    }
}
