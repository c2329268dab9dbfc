package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.FENCE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.LONG;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.ROUTE;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.byPath;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.deploy;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.image;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.makeStable;
import static io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedFixtures.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.release.RequestCounts;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.release.Window;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {
    private final SimulatedInstallation installation = SimulatedInstallation.inMemory(
            SimulationSettings.standard(), byPath(Map.of("bad", Map.of("errors", "0.08", "latency", "20ms"))));
    private final ClusterPorts ports = installation.ports();
    private String stable;
    private String candidate;

    @BeforeEach
    void bringBothVersionsUp() {
        stable = deploy(ports, image("good"), 2);
        candidate = deploy(ports, image("bad"), 2);
        turn(LONG);
        makeStable(ports, stable);
    }

    @Test
    void shouldLetRequestsArriveAtTheSetRate() {
        turn(Duration.ofMinutes(10));

        assertThat(installation.hands().totals(ROUTE).arrived()).isEqualTo(12_000);
        assertThat(installation.hands().totals(ROUTE).ok()).isEqualTo(12_000);
    }

    @Test
    void shouldDivideRequestsByTheRouteInEffect() {
        split(ports, stable, candidate, 25);
        turn(LONG);
        Instant from = effective();

        turn(Duration.ofMinutes(10));

        long total = served(from).total();
        assertThat(counts(candidate, from).total() / (double) total).isCloseTo(0.25, within(0.02));
        assertThat(counts(stable, from).total() + counts(candidate, from).total())
                .isEqualTo(total);
    }

    @Test
    void shouldDrawErrorsFromTheBehaviourOfTheImage() {
        split(ports, stable, candidate, 50);
        turn(LONG);
        Instant from = effective();

        turn(Duration.ofMinutes(30));

        assertThat(counts(candidate, from).errorRate()).isCloseTo(0.08, within(0.01));
        assertThat(counts(stable, from).errors()).isZero();
    }

    @Test
    void shouldFollowTheOldRouteUntilTheNewOneIsInEffect() {
        split(ports, stable, candidate, 50);

        assertThat(ports.router().observe(ROUTE).orElseThrow().inEffectSince()).isEmpty();
        turn(Duration.ofMillis(200));
        assertThat(installation.hands().totals(ROUTE).versions()).doesNotContainKey(candidate);

        turn(Duration.ofSeconds(2));
        assertThat(ports.router().observe(ROUTE).orElseThrow().inEffectSince()).isPresent();
        assertThat(installation.hands().totals(ROUTE).versions()).containsKey(candidate);
    }

    @Test
    void shouldLoseRequestsWhenAVersionIsRemovedBeforeItsWeight() {
        split(ports, stable, candidate, 50);
        turn(LONG);

        ports.cluster().remove(NAMESPACE, ports.renderer().refsOfVersion(candidate), FENCE);
        turn(LONG);

        assertThat(installation.hands().totals(ROUTE).lost()).isBetween(70L, 130L);
    }

    @Test
    void shouldLoseNothingWhenAVersionIsRemovedAfterItsWeight() {
        split(ports, stable, candidate, 50);
        turn(LONG);

        split(ports, stable, candidate, 0);
        turn(LONG);
        ports.cluster().remove(NAMESPACE, ports.renderer().refsOfVersion(candidate), FENCE);
        turn(LONG);

        assertThat(installation.hands().totals(ROUTE).lost()).isZero();
    }

    @Test
    void shouldLoseEverythingWhileNoInstanceIsReady() {
        installation.hands().fail(NAMESPACE, stable, "out of memory");
        turn(LONG);
        installation.hands().makeReady(NAMESPACE, stable);
        turn(LONG);

        RouteTotals totals = installation.hands().totals(ROUTE);
        assertThat(totals.lost()).isEqualTo(200);
        assertThat(totals.ok()).isEqualTo(200);
    }

    @Test
    void shouldCountEveryRequestExactlyOnceWhateverHappens() {
        split(ports, stable, candidate, 30);
        turn(Duration.ofMillis(3_333));
        installation.hands().fail(NAMESPACE, candidate, "out of memory");
        turn(Duration.ofMillis(777));
        installation.hands().setRequestsPerSecond(333);
        turn(Duration.ofMillis(4_321));
        ports.router().remove(ROUTE, FENCE);
        turn(Duration.ofHours(3));

        RouteTotals totals = installation.hands().totals(ROUTE);
        assertThat(totals.lost()).isPositive();
        assertThat(totals.errors()).isPositive();
        assertThat(totals.arrived()).isEqualTo(totals.ok() + totals.errors() + totals.lost());
    }

    @Test
    void shouldCountTheSameHoweverTheClockIsTurned() {
        SimulatedInstallation other = SimulatedInstallation.inMemory(
                SimulationSettings.standard(), byPath(Map.of("bad", Map.of("errors", "0.08"))));
        String first = deploy(other.ports(), image("good"), 2);
        deploy(other.ports(), image("bad"), 2);
        other.clock().turn(LONG);
        makeStable(other.ports(), first);
        split(ports, stable, candidate, 40);
        split(other.ports(), stable, candidate, 40);

        turn(Duration.ofSeconds(100));
        for (int i = 0; i < 1_000; i++) {
            other.clock().turn(Duration.ofMillis(100));
        }

        assertThat(counted(other)).isEqualTo(counted(installation));
    }

    @Test
    void shouldForgetNothingInTheTotalsWhenOldNumbersAreCompacted() {
        split(ports, stable, candidate, 50);
        turn(LONG);
        Instant from = effective();

        turn(Duration.ofHours(5));

        Window hours = new Window(from, from.plus(Duration.ofHours(4)));
        assertThat(ports.metrics().served(ROUTE, hours).orElseThrow().total()).isEqualTo(4 * 3_600 * 20);
        assertThat(installation.hands().totals(ROUTE).arrived()).isEqualTo((5 * 3_600 + 10) * 20);
    }

    @Test
    void shouldLetNothingArriveWhileThereIsNoServiceToAsk() {
        turn(LONG);
        ports.cluster().remove(NAMESPACE, ports.renderer().refsOfStable(ROUTE.service()), FENCE);
        turn(Duration.ofMinutes(1));
        makeStable(ports, stable);
        turn(LONG);

        assertThat(installation.hands().totals(ROUTE).arrived()).isEqualTo(400);
    }

    @Test
    void shouldLetNothingArriveWhenTheRateIsNothing() {
        installation.hands().setRequestsPerSecond(0);

        turn(Duration.ofHours(1));

        assertThat(installation.hands().totals(ROUTE).arrived()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 100_001, Double.NaN})
    void shouldRefuseARateThatCannotBe(double rate) {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> installation.hands().setRequestsPerSecond(rate))
                .withMessageStartingWith("Setting the rate of requests failed: a service gets 0 to 100000");
    }

    @Test
    void shouldLiveThroughManyDaysAtOnce() {
        turn(Duration.ofDays(5));

        assertThat(installation.hands().totals(ROUTE).arrived()).isEqualTo(5L * 86_400 * 20);
    }

    @Test
    void shouldSumUpHowLongAnswersTook() {
        split(ports, stable, candidate, 50);
        turn(LONG);

        assertThat(installation.hands().totals(ROUTE).versions().get(candidate).meanMilliseconds())
                .isEqualTo(20);
    }

    private static String counted(SimulatedInstallation there) {
        RouteTotals totals = there.hands().totals(ROUTE);
        return totals.arrived() + " " + totals.errors() + " " + totals.lost() + " "
                + there.ports()
                        .metrics()
                        .served(
                                ROUTE,
                                new Window(
                                        there.clock().now().minusSeconds(50),
                                        there.clock().now()));
    }

    private Instant effective() {
        return ports.router()
                .observe(ROUTE)
                .flatMap(status -> status.inEffectSince())
                .orElseThrow();
    }

    private RequestCounts counts(String version, Instant from) {
        return ports.metrics()
                .counts(ROUTE, version, new Window(from, installation.clock().now()))
                .orElseThrow();
    }

    private RouteCounts served(Instant from) {
        return ports.metrics()
                .served(ROUTE, new Window(from, installation.clock().now()))
                .orElseThrow();
    }

    private void turn(Duration length) {
        installation.clock().turn(length);
    }
}
