package io.jenkins.plugins.servicedelivery.core.release;

import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.A_WHILE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.FENCE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MetricSource} does. */
public abstract class MetricSourceContract {
    private final ContractWorld world = world();
    private String stable;
    private String candidate;

    /** A fresh cluster. */
    protected abstract ContractWorld world();

    @BeforeEach
    void bringTwoVersionsUp() {
        stable = world.deploy("1", 1);
        candidate = world.deploy("2", 1);
        world.makeReady(NAMESPACE, stable);
        world.makeReady(NAMESPACE, candidate);
    }

    @Test
    void shouldHaveNoDataForARouteThatNeverHadRequests() {
        world.pass(A_WHILE);

        assertThat(metrics().served(ROUTE, last(Duration.ofSeconds(10)))).isEmpty();
        assertThat(metrics().counts(ROUTE, stable, last(Duration.ofSeconds(10))))
                .isEmpty();
    }

    @Test
    void shouldHaveNoDataForAnEmptyWindow() {
        route(50);

        assertThat(metrics().served(ROUTE, last(Duration.ZERO))).isEmpty();
    }

    @Test
    void shouldHaveNoDataForAVersionThatTheRouteDoesNotName() {
        route(50);
        world.pass(Duration.ofMinutes(1));

        assertThat(metrics().counts(ROUTE, "orders-other", last(Duration.ofSeconds(30))))
                .isEmpty();
    }

    @Test
    void shouldCountWhatEveryVersionAnswered() {
        Instant since = route(50);
        world.pass(Duration.ofMinutes(2));

        Window window = new Window(since, since.plusSeconds(60));
        RouteCounts served = metrics().served(ROUTE, window).orElseThrow();
        long answered = count(stable, window).total() + count(candidate, window).total();

        assertThat(count(candidate, window).total()).isPositive();
        assertThat(served.total()).isEqualTo(answered).isPositive();
        assertThat(served.lost()).isZero();
        assertThat(served.errors()).isZero();
    }

    @Test
    void shouldCountNothingForAVersionWithoutWeight() {
        Instant since = route(0);
        world.pass(Duration.ofMinutes(1));

        assertThat(count(candidate, new Window(since, since.plusSeconds(30)))).isEqualTo(RequestCounts.NONE);
    }

    @Test
    void shouldCountWhatNobodyAnsweredAsLost() {
        Instant since = route(0);
        world.fail(NAMESPACE, stable, "out of memory");
        world.pass(Duration.ofMinutes(1));
        world.pass(A_WHILE);

        assertThat(metrics()
                        .served(ROUTE, new Window(since, since.plusSeconds(60)))
                        .orElseThrow()
                        .lost())
                .isPositive();
    }

    @Test
    void shouldSayTheSameWhenAskedAgain() {
        Instant since = route(25);
        world.pass(Duration.ofMinutes(1));
        Window window = new Window(since, since.plusSeconds(40));
        RouteCounts first = metrics().served(ROUTE, window).orElseThrow();

        world.pass(Duration.ofMinutes(10));

        assertThat(metrics().served(ROUTE, window)).contains(first);
    }

    @Test
    void shouldHoldNoRequestFromBeforeTheRouteWasInEffect() {
        route(0);
        Instant since = route(50);
        world.pass(Duration.ofMinutes(1));

        Window before = new Window(since.minusSeconds(10), since);
        assertThat(metrics()
                        .counts(ROUTE, candidate, before)
                        .orElse(RequestCounts.NONE)
                        .total())
                .isZero();
    }

    private Instant route(int toCandidate) {
        world.ports().router().write(ROUTE, Route.split(stable, candidate, new Weight(toCandidate)), FENCE);
        world.pass(A_WHILE);
        return world.ports()
                .router()
                .observe(ROUTE)
                .orElseThrow()
                .inEffectSince()
                .orElseThrow();
    }

    private RequestCounts count(String version, Window window) {
        return metrics().counts(ROUTE, version, window).orElseThrow();
    }

    private Window last(Duration length) {
        Instant now = world.ports().time().now();
        return new Window(now.minus(length), now);
    }

    private MetricSource metrics() {
        return world.ports().metrics();
    }
}
