package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.FENCE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes all the time is killed, without warning, at moments of chance. */
class KilledProcessTest {
    private static final int KILLS = 5;

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNothingThatWasAcknowledgedWhenTheProcessIsKilled() throws Exception {
        long acknowledged = 0;

        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged = Math.max(acknowledged, writeUntilKilled(20 * kill));

            try (SimulatedInstallation survivor = open(folder)) {
                Claim claim = survivor.ports().leases().read("shop").orElseThrow();
                assertThat(claim.number()).isBetween(acknowledged, acknowledged + 1);
                assertThat(survivor.ports().cluster().observe(NAMESPACE).owner())
                        .contains(OWNER);
                acknowledged = claim.number();
            }
        }
    }

    @Test
    void shouldRefuseAFolderThatAnotherProcessUses() throws Exception {
        Path output = folder.resolve("output");
        Process writer = start(output);
        try {
            awaitAcknowledged(output, 1);

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> open(folder))
                    .withMessageContaining("another process uses it");
        } finally {
            kill(writer);
        }
    }

    /** Runs the writer until it has acknowledged some writes, kills it, and returns the last one it acknowledged. */
    private long writeUntilKilled(int writes) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process writer = start(output);
        awaitAcknowledged(output, writes);
        kill(writer);
        List<Long> all = acknowledged(output);
        return all.get(all.size() - 1);
    }

    private Process start(Path output) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString()))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitAcknowledged(Path output, int writes) {
        await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged(output).size() >= writes);
    }

    private static void kill(Process writer) throws InterruptedException {
        writer.destroyForcibly();
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The numbers in all lines that are complete. */
    private static List<Long> acknowledged(Path output) throws IOException {
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Long::valueOf)
                .toList();
    }

    private static SimulatedInstallation open(Path folder) {
        return SimulatedInstallation.open(
                folder, SimulationSettings.standard(), ImagePull.EVERYTHING, SimulatedContractWorld.KINDS);
    }

    /** Writes claims, one after the other, and prints the number of each that is written. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            try (SimulatedInstallation installation = open(Path.of(arguments[0]))) {
                ClusterPorts ports = installation.ports();
                ports.cluster().createNamespace(NAMESPACE, OWNER, FENCE);
                Claim claim = ports.leases()
                        .read("shop")
                        .orElse(new Claim(
                                "shop",
                                "me",
                                "test",
                                0,
                                Duration.ofSeconds(30),
                                installation.clock().now(),
                                ""));
                while (true) {
                    claim = ports.leases()
                            .write(new Claim(
                                    claim.name(),
                                    claim.holder(),
                                    claim.purpose(),
                                    claim.number() + 1,
                                    claim.term(),
                                    claim.renewed(),
                                    claim.version()));
                    System.out.println(claim.number());
                }
            }
        }
    }
}
