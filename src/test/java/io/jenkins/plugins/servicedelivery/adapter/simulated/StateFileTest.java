package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.FENCE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.LONG;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.OWNER;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.ROUTE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.byPath;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.deploy;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.image;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.makeStable;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView.Presence;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
    @TempDir
    private Path folder;

    @Test
    void shouldGoOnWhereItStoppedWhenItIsOpenedAgain() {
        Instant stopped;
        RouteTotals totals;
        try (SimulatedInstallation first = open()) {
            String stable = deploy(first.ports(), image("1"), 2);
            String candidate = deploy(first.ports(), image("2"), 2);
            first.clock().turn(LONG);
            makeStable(first.ports(), stable);
            split(first.ports(), stable, candidate, 25);
            first.clock().turn(LONG);
            stopped = first.clock().now();
            totals = first.hands().totals(ROUTE);
        }

        try (SimulatedInstallation second = open()) {
            assertThat(second.clock().now()).isEqualTo(stopped);
            assertThat(second.hands().totals(ROUTE)).isEqualTo(totals);
            second.clock().turn(LONG);
            assertThat(second.hands().totals(ROUTE).arrived()).isEqualTo(totals.arrived() + 200);
        }
    }

    @Test
    void shouldKeepEveryWriteWithoutBeingClosed() throws IOException {
        try (SimulatedInstallation running = open()) {
            running.ports().cluster().createNamespace(NAMESPACE, OWNER, FENCE);
            Files.copy(file(), folder.resolve("copy"));
        }
        Files.move(folder.resolve("copy"), file(), StandardCopyOption.REPLACE_EXISTING);

        try (SimulatedInstallation next = open()) {
            assertThat(next.ports().cluster().observe(NAMESPACE).presence()).isEqualTo(Presence.PRESENT);
        }
    }

    @Test
    void shouldCountTheSameInOneGoAndThroughReopening() {
        try (SimulatedInstallation first = open()) {
            makeStable(first.ports(), deploy(first.ports(), image("1"), 2));
        }
        for (int i = 0; i < 10; i++) {
            try (SimulatedInstallation again = open()) {
                again.clock().turn(Duration.ofMillis(1_777));
            }
        }
        SimulatedInstallation inOneGo = SimulatedInstallation.inMemory();
        makeStable(inOneGo.ports(), deploy(inOneGo.ports(), image("1"), 2));
        inOneGo.clock().turn(Duration.ofMillis(17_770));

        try (SimulatedInstallation last = open()) {
            assertThat(last.hands().totals(ROUTE)).isEqualTo(inOneGo.hands().totals(ROUTE));
        }
    }

    @Test
    void shouldKeepTheSameWhetherDaysPassAtOnceOrInSteps() throws IOException {
        Path steps = folder.resolve("steps");
        for (Path place : List.of(folder, steps)) {
            try (SimulatedInstallation first = open(place)) {
                String stable = deploy(first.ports(), image("1"), 2);
                String candidate = deploy(first.ports(), image("bad"), 2);
                deploy(first.ports(), image("missing"), 1);
                first.clock().turn(Duration.ofMillis(9_876));
                makeStable(first.ports(), stable);
                first.clock().turn(Duration.ofHours(5));
                split(first.ports(), stable, candidate, 25);
            }
        }

        try (SimulatedInstallation atOnce = open(folder);
                SimulatedInstallation inSteps = open(steps)) {
            atOnce.clock().turn(Duration.ofMinutes(3_003));
            for (int step = 0; step < 429; step++) {
                inSteps.clock().turn(Duration.ofMinutes(7));
            }
        }

        assertThat(steps.resolve(StateFile.FILE)).hasSameTextualContentAs(file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}", "[]", "{\"schema\":1}", "{\"schema\":1,\"note\":\"\",\"world\":{}}", "no JSON"})
    void shouldRefuseADamagedFileAndLeaveItAsItIs(String damaged) throws IOException {
        Files.writeString(file(), damaged);

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(this::open)
                .withMessageStartingWith("Reading the simulated cluster in " + file() + " failed: ")
                .withMessageEndingWith("It was left as it is.");
        assertThat(file()).hasContent(damaged);
    }

    @Test
    void shouldRefuseAFileThatIsTooLargeForTheMemory() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file().toFile(), "rw")) {
            large.setLength(3L << 30);
        }

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it has more than");
    }

    @Test
    void shouldRefuseAFileThatWasCutOff() throws IOException {
        try (SimulatedInstallation first = open()) {
            deploy(first.ports(), image("1"), 2);
        }
        String whole = Files.readString(file());
        String half = whole.substring(0, whole.length() / 2);
        Files.writeString(file(), half);

        assertThatExceptionOfType(FailedException.class).isThrownBy(this::open);
        assertThat(file()).hasContent(half);
    }

    @Test
    void shouldRefuseAFileOfANewerVersionAndLeaveItAsItIs() throws IOException {
        Files.writeString(file(), "{\"schema\":2,\"cluster\":{}}");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(this::open)
                .withMessageContaining("a newer version of the product wrote it (schema 2, known is 1)");
        assertThat(file()).hasContent("{\"schema\":2,\"cluster\":{}}");
    }

    @Test
    void shouldRefuseAFolderThatSomebodyElseUses() {
        try (SimulatedInstallation first = open()) {
            assertThat(first.clock().elapsed()).isZero();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining(folder.resolve(StateLock.FILE).toString());
        }

        open().close();
    }

    @Test
    void shouldTellWhoeverComesTooLateThatALaterTryMaySucceed() {
        SimulatedInstallation closed = open();
        closed.close();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> closed.ports().records().list())
                .withMessageContaining("it has been closed");
    }

    @Test
    void shouldSayInWordsThatAFileIsInThePlaceOfTheFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> StateLock.of(file))
                .withMessageContaining(file + " is a file, not a folder");
    }

    @Test
    void shouldKeepTheOldStateWhenTheDiskIsFull() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no device that is always full");
        try (SimulatedInstallation running = open()) {
            running.ports().cluster().createNamespace(NAMESPACE, OWNER, FENCE);
            String before = Files.readString(file());
            Files.createSymbolicLink(folder.resolve(StateFile.DRAFT), full);

            assertThatExceptionOfType(FailedException.class)
                    .isThrownBy(() -> running.ports().cluster().createNamespace("another", OWNER, FENCE))
                    .withMessageContaining("No space left on device");

            assertThat(file()).hasContent(before);
            assertThat(running.ports().cluster().observe("another").presence()).isEqualTo(Presence.ABSENT);
            Files.delete(folder.resolve(StateFile.DRAFT));
        }
    }

    @Test
    void shouldSaveForAThreadThatWasInterrupted() {
        try (SimulatedInstallation running = open()) {
            Thread.currentThread().interrupt();
            running.ports().cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        }

        assertThat(Thread.interrupted()).isTrue();
        try (SimulatedInstallation next = open()) {
            assertThat(next.ports().cluster().observe(NAMESPACE).presence()).isEqualTo(Presence.PRESENT);
        }
    }

    private SimulatedInstallation open() {
        return open(folder);
    }

    private static SimulatedInstallation open(Path place) {
        return SimulatedInstallation.open(
                place, SimulationSettings.standard(), StateFileTest::pull, SimulatedContractWorld.KINDS);
    }

    private static Optional<Map<String, String>> pull(ImageReference image) {
        return image.path().endsWith("missing")
                ? Optional.empty()
                : byPath(Map.of("bad", Map.of("errors", "0.08"))).labels(image);
    }

    private Path file() {
        return folder.resolve(StateFile.FILE);
    }
}
