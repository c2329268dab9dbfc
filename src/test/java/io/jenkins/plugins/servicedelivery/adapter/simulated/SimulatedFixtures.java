package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.environment.Version;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A shop with an orders service on the simulated cluster. */
final class SimulatedFixtures {
    static final Ownership OWNER = new Ownership(Name.of("shop"), Name.of("production"));
    static final String NAMESPACE = "shop-production";
    static final Name ORDERS = Name.of("orders");
    static final RouteKey ROUTE = new RouteKey(NAMESPACE, ORDERS);
    static final Fence FENCE = new Fence("shop-production/orders", 1);
    static final Duration LONG = Duration.ofSeconds(10);

    private static final List<Port> PORTS = List.of(new Port("http", 8080));
    private static final ConfigRevision CONFIGURATION = ConfigRevision.of(ORDERS, new TreeMap<>());

    private SimulatedFixtures() {}

    /** An image whose labels, read by {@link #byPath}, say how it behaves. */
    static ImageReference image(String build) {
        return ImageReference.parse("registry.local/shop/" + build).at(Digest.of(build));
    }

    /** A registry in which the images of these paths (below the line's) have these simulation labels. */
    static ImagePull byPath(Map<String, Map<String, String>> behaviours) {
        return image -> {
            Map<String, String> labels = new TreeMap<>();
            String build = image.path().substring(image.path().lastIndexOf('/') + 1);
            behaviours.getOrDefault(build, Map.of()).forEach((key, value) -> labels.put(Behaviour.PREFIX + key, value));
            return Optional.of(labels);
        };
    }

    /** A version of the orders service made from this image. */
    static Version version(ImageReference image) {
        return Version.of(ORDERS, image, CONFIGURATION.id(), PORTS, "/health");
    }

    /** Brings a version of the orders service up, ready or not, and returns its name. */
    static String deploy(ClusterPorts ports, ImageReference image, int replicas) {
        Version version = version(image);
        ports.cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        ports.cluster().apply(NAMESPACE, ports.renderer().version(OWNER, version, CONFIGURATION, replicas), FENCE);
        return version.name();
    }

    /** Lets the stable Service of the orders service select a version. */
    static void makeStable(ClusterPorts ports, String version) {
        ports.cluster().apply(NAMESPACE, ports.renderer().stable(OWNER, ORDERS, PORTS, version), FENCE);
    }

    /** Divides the requests of the orders service. */
    static void split(ClusterPorts ports, String stable, String candidate, int toCandidate) {
        ports.router().write(ROUTE, Route.split(stable, candidate, new Weight(toCandidate)), FENCE);
    }
}
