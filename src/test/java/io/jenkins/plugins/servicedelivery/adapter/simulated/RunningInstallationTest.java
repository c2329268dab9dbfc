package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.LONG;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.ROUTE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.deploy;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.image;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.makeStable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated cluster whose time runs, closed and opened again. */
@Timeout(60)
class RunningInstallationTest {
    private static final SimulationSettings SETTINGS = SimulationSettings.standard();
    private static final TemporalUnitOffset SOON = within(50, ChronoUnit.SECONDS); // on whatever machine
    private static final long PER_SECOND = 20;

    @TempDir
    private Path folder;

    @Test
    void shouldBeginWithTheTimeOfTheMachine() {
        try (SimulatedInstallation fresh = openRunning(1)) {
            assertThat(fresh.clock().now()).isCloseTo(Instant.now(), SOON);
            assertThat(fresh.clock().elapsed()).isLessThan(Duration.ofSeconds(50));
        }
    }

    @Test
    void shouldLiveThroughTheTimeThatItWasClosed() {
        leaveSince(Duration.ofHours(1));

        try (SimulatedInstallation again = openRunning(1)) {
            assertThat(again.clock().now()).isCloseTo(Instant.now(), SOON);
            assertThat(again.hands().totals(ROUTE).arrived()).isBetween(3_580 * PER_SECOND, 3_650 * PER_SECOND);
            assertThat(again.hands().totals(ROUTE).lost()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 60})
    void shouldNeverGoBackWhenItWasAheadOfTheMachine(double speed) {
        Instant closed;
        try (SimulatedInstallation first = openRunning(speed)) {
            first.clock().turn(Duration.ofDays(2));
            closed = first.clock().now();
        }

        try (SimulatedInstallation again = openRunning(speed)) {
            assertThat(again.clock().now()).isAfterOrEqualTo(closed);
            assertThat(again.clock().now()).isBefore(closed.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void shouldGoOnAtItsSpeedWhenItIsOpenedAgain() {
        leaveSince(Duration.ofMinutes(1));

        try (SimulatedInstallation again = openRunning(1_000)) {
            long arrived = again.hands().totals(ROUTE).arrived();
            Instant opened = again.clock().now();

            await().until(() -> again.clock().now().isAfter(opened.plusSeconds(30)));

            assertThat(again.hands().totals(ROUTE).arrived()).isGreaterThanOrEqualTo(arrived + 30 * PER_SECOND - 1);
            assertThat(again.clock().speed()).isEqualTo(1_000);
        }
    }

    @Test
    void shouldStandWhereItWasWhenItIsOpenedStopped() {
        Instant closed = leaveSince(Duration.ofHours(1));

        try (SimulatedInstallation again = openRunning(0)) {
            assertThat(again.clock().now()).isEqualTo(closed);
            again.clock().turn(LONG);
            assertThat(again.clock().now()).isEqualTo(closed.plus(LONG));
        }
    }

    @Test
    void shouldCountEveryRequestOfAMonthThatItWasClosed() {
        leaveSince(Duration.ofDays(30));

        try (SimulatedInstallation again = openRunning(1)) {
            RouteTotals totals = again.hands().totals(ROUTE);
            assertThat(totals.arrived()).isBetween(days(30) - 60 * PER_SECOND, days(30) + 60 * PER_SECOND);
            assertThat(totals.ok()).isEqualTo(totals.arrived());
        }
    }

    @Test
    void shouldAskARegistryOnlyOnceAboutTheTimeThatItWasClosed() {
        AtomicInteger asked = new AtomicInteger();
        ImagePull missing = image -> {
            asked.incrementAndGet();
            return Optional.empty();
        };
        leaveSince(Duration.ofDays(30), missing);
        asked.set(0);

        try (SimulatedInstallation again = openRunning(1, missing)) {
            assertThat(again.hands().totals(ROUTE).ok()).isZero();
            assertThat(again.hands().totals(ROUTE).lost()).isGreaterThan(days(29));
        }

        assertThat(asked).hasValueLessThan(10); // every ten seconds, as long as it is open
    }

    @Test
    void shouldFindAnImageThatWasPushedWhileItWasClosed() {
        leaveSince(Duration.ofHours(1), image -> Optional.empty());

        try (SimulatedInstallation again = openRunning(1, image -> Optional.of(Map.of()))) {
            assertThat(again.ports().cluster().observe(NAMESPACE).versions().values())
                    .singleElement()
                    .satisfies(version -> assertThat(version.isReady()).isTrue());
        }
    }

    /** A cluster that was left this long ago, with an orders service that everybody asks. */
    private Instant leaveSince(Duration length) {
        return leaveSince(length, ImagePull.EVERYTHING);
    }

    private Instant leaveSince(Duration length, ImagePull images) {
        SimulationSettings then = SETTINGS.start(Instant.now().minus(length));
        try (SimulatedInstallation left =
                SimulatedInstallation.open(folder, then, images, SimulatedContractWorld.KINDS)) {
            String version = deploy(left.ports(), image("1"), 2);
            left.clock().turn(LONG);
            makeStable(left.ports(), version);
            return left.clock().now();
        }
    }

    private SimulatedInstallation openRunning(double speed) {
        return openRunning(speed, ImagePull.EVERYTHING);
    }

    private SimulatedInstallation openRunning(double speed, ImagePull images) {
        return SimulatedInstallation.openRunning(folder, SETTINGS, images, SimulatedContractWorld.KINDS, speed);
    }

    private static long days(int number) {
        return number * 86_400L * PER_SECOND;
    }
}
