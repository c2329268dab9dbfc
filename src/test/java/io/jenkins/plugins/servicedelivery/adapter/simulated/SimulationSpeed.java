package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.FENCE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.OWNER;

import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.environment.Version;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Measures, and asserts nothing: how long an hour of a product line of five services takes in which a release of each
 * goes on, in steps of one second, how large the state file is then and how long one write takes; and how long the first
 * look at a running cluster takes that was closed for thirty days.
 */
final class SimulationSpeed {
    private static final String NAMESPACE = "speed";
    private static final List<Port> PORTS = List.of(new Port("http", 8080));
    private static final List<String> SERVICES = List.of("storefront", "products", "orders", "payments", "inventory");
    private static final int WRITES = 100;

    private SimulationSpeed() {}

    public static void main(String[] arguments) throws IOException {
        for (int round = 1; round <= 3; round++) {
            Path folder = Files.createTempDirectory("simulation-speed");
            try (SimulatedInstallation installation = SimulatedInstallation.open(
                    folder, SimulationSettings.standard(), ImagePull.EVERYTHING, RecordKinds.NONE)) {
                measure(installation, folder.resolve(StateFile.FILE));
            }
            closed("all at rest", SimulationSpeed::rest, ImagePull.EVERYTHING);
            closed("a version of each that fails", SimulationSpeed::rest, SimulationSpeed::failing);
            closed("a release of each", SimulationSpeed::release, ImagePull.EVERYTHING);
            closed("no image can be pulled", SimulationSpeed::rest, image -> Optional.empty());
        }
    }

    private static void closed(String what, BiConsumer<ClusterPorts, String> service, ImagePull images)
            throws IOException {
        Path folder = Files.createTempDirectory("simulation-speed");
        SimulationSettings settings =
                SimulationSettings.standard().start(Instant.now().minus(Duration.ofDays(30)));
        try (SimulatedInstallation first = SimulatedInstallation.open(folder, settings, images, RecordKinds.NONE)) {
            first.ports().cluster().createNamespace(NAMESPACE, OWNER, FENCE);
            SERVICES.forEach(name -> service.accept(first.ports(), name));
            first.clock().turn(Duration.ofMinutes(1));
        }
        try (SimulatedInstallation again =
                SimulatedInstallation.openRunning(folder, settings, images, RecordKinds.NONE, 1)) {
            long begun = cpuNanos();
            long arrived = again.hands()
                    .totals(new RouteKey(NAMESPACE, Name.of("orders")))
                    .arrived();
            System.out.printf(
                    "thirty days closed, %s: %d ms of processor time, %d requests at each service%n",
                    what, (cpuNanos() - begun) / 1_000_000, arrived);
        }
    }

    private static Optional<Map<String, String>> failing(ImageReference image) {
        return Optional.of(Map.of(Behaviour.PREFIX + "errors", "0.01"));
    }

    private static void rest(ClusterPorts ports, String service) {
        String stable = deploy(ports, Name.of(service), "1");
        ports.cluster().apply(NAMESPACE, ports.renderer().stable(OWNER, Name.of(service), PORTS, stable), FENCE);
    }

    private static void measure(SimulatedInstallation installation, Path file) throws IOException {
        ClusterPorts ports = installation.ports();
        ports.cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        SERVICES.forEach(name -> release(ports, name));
        long begun = cpuNanos();
        for (int second = 0; second < 3_600; second++) {
            installation.clock().turn(Duration.ofSeconds(1));
        }
        long lived = cpuNanos();
        for (int write = 0; write < WRITES; write++) {
            installation.hands().setRequestsPerSecond(20);
        }
        long written = cpuNanos();
        System.out.printf(
                "one hour: %d ms of processor time; state file: %d kB; one write: %.1f ms of processor time%n",
                (lived - begun) / 1_000_000, Files.size(file) / 1024, (written - lived) / 1e6 / WRITES);
    }

    /** The time that this thread has computed, which does not depend on what else the machine does. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void release(ClusterPorts ports, String service) {
        Name name = Name.of(service);
        String stable = deploy(ports, name, "1");
        String candidate = deploy(ports, name, "2");
        ports.router().write(new RouteKey(NAMESPACE, name), Route.split(stable, candidate, new Weight(25)), FENCE);
    }

    private static String deploy(ClusterPorts ports, Name service, String build) {
        ConfigRevision configuration = ConfigRevision.of(service, new TreeMap<>());
        Version version = Version.of(service, SimulatedFixtures.image(build), configuration.id(), PORTS, "/health");
        ports.cluster().apply(NAMESPACE, ports.renderer().version(OWNER, version, configuration, 2), FENCE);
        return version.name();
    }
}
