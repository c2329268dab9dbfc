package io.jenkins.plugins.servicedelivery.core.environment;

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
}
