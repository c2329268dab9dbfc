package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.image.BaseImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The shop as the tests of environments see it. */
public final class EnvironmentFixtures {
    public static final ImageTemplate TEMPLATE = new ImageTemplate(
            Name.of("java-service"),
            "1.0",
            new BaseImage.Empty(),
            List.of(),
            Duration.ofMinutes(2),
            List.of(),
            List.of(),
            "65532",
            "/app",
            List.of("java", "Main"),
            new TreeMap<>(),
            new TreeMap<>(),
            "/health");

    private EnvironmentFixtures() {}

    /** A service on port 8080 that calls these others. */
    public static Service service(String name, String... calls) {
        TreeSet<Name> dependencies = new TreeSet<>();
        Arrays.stream(calls).map(Name::of).forEach(dependencies::add);
        return new Service(
                Name.of(name),
                name,
                Optional.empty(),
                name,
                List.of(),
                TEMPLATE.name(),
                List.of(new Port("http", 8080)),
                dependencies,
                Owners.NOBODY);
    }

    /** The image that this build of a service made. */
    public static ImageReference image(String service, String build) {
        return ImageReference.parse("registry.local/shop/" + service).at(Digest.of(service + build));
    }

    /** The version of a service that this build made. */
    public static ConfiguredVersion version(String service, String build) {
        return ConfiguredVersion.of(service(service), TEMPLATE, image(service, build), new TreeMap<>());
    }

    /** This version as a cluster has it. */
    public static LiveVersion live(ConfiguredVersion version, int wanted, int ready) {
        return new LiveVersion(
                version.name(),
                version.version().service(),
                version.version().image(),
                version.version().configuration(),
                version.version().ports(),
                wanted,
                ready,
                "");
    }

    /** A renderer whose objects have names only. */
    public static final class NamesOnlyRenderer implements Renderer {
        @Override
        public List<ClusterObject> version(
                Ownership owner, Version version, ConfigRevision configuration, int replicas) {
            return refsOfVersion(version.name()).stream()
                    .map(ref -> new ClusterObject(ref, new TreeMap<>(), Map.of("replicas", replicas)))
                    .toList();
        }

        @Override
        public List<ClusterObject> stable(Ownership owner, Name service, List<Port> ports, String version) {
            return refsOfStable(service).stream()
                    .map(ref -> new ClusterObject(ref, new TreeMap<>(), Map.of("selects", version)))
                    .toList();
        }

        @Override
        public List<ObjectRef> refsOfVersion(String version) {
            return List.of(new ObjectRef("Deployment", version), new ObjectRef("Service", version));
        }

        @Override
        public List<ObjectRef> refsOfStable(Name service) {
            return List.of(new ObjectRef("Service", service.value()));
        }
    }
}
