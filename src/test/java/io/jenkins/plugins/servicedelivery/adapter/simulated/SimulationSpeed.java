package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.FENCE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.OWNER;

import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.environment.Version;
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
import java.util.List;
import java.util.TreeMap;

/**
 * Measures, and asserts nothing: how long an hour of a product line of five services takes in which a release of each
 * goes on, in steps of one second, how large the state file is then and how long one write takes.
 */
final class SimulationSpeed {
    private static final String NAMESPACE = "speed";
    private static final List<Port> PORTS = List.of(new Port("http", 8080));
    private static final int WRITES = 100;

    private SimulationSpeed() {}

    public static void main(String[] arguments) throws IOException {
        for (int round = 1; round <= 3; round++) {
            Path folder = Files.createTempDirectory("simulation-speed");
            try (SimulatedInstallation installation = SimulatedInstallation.open(
                    folder, SimulationSettings.standard(), ImagePull.EVERYTHING, RecordKinds.NONE)) {
                measure(installation, folder.resolve(StateFile.FILE));
            }
        }
    }

    private static void measure(SimulatedInstallation installation, Path file) throws IOException {
        ClusterPorts ports = installation.ports();
        ports.cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        List.of("storefront", "products", "orders", "payments", "inventory").forEach(name -> release(ports, name));
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
