package io.jenkins.plugins.servicedelivery.core.traffic;

import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.A_WHILE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.FENCE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.NEWER;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Router} does. */
public abstract class RouterContract {
    private final ContractWorld world = world();
    private String stable;
    private String candidate;

    /** A fresh cluster. */
    protected abstract ContractWorld world();

    @BeforeEach
    void bringTwoVersionsUp() {
        stable = world.deploy("1", 1);
        candidate = world.deploy("2", 1);
    }

    @Test
    void shouldShowNoRouteThatWasNeverWritten() {
        assertThat(router().observe(ROUTE)).isEmpty();
    }

    @Test
    void shouldShowWhatWasWrittenBeforeItIsInEffect() {
        Route wanted = Route.split(stable, candidate, new Weight(5));

        router().write(ROUTE, wanted, FENCE);

        assertThat(router().observe(ROUTE)).map(RouteStatus::written).contains(wanted);
        assertThat(status().inEffectSince()).isEmpty();
        assertThat(status().shows(wanted)).isFalse();
    }

    @Test
    void shouldSaySinceWhenARouteIsInEffect() {
        Route wanted = Route.split(stable, candidate, new Weight(5));
        Instant written = world.ports().time().now();
        router().write(ROUTE, wanted, FENCE);

        world.pass(A_WHILE);

        assertThat(status().shows(wanted)).isTrue();
        assertThat(status().inEffectSince().orElseThrow())
                .isAfter(written)
                .isBefore(world.ports().time().now());
    }

    @Test
    void shouldChangeNothingWhenTheSameIsWrittenAgain() {
        Route wanted = Route.allTo(stable);
        router().write(ROUTE, wanted, FENCE);
        world.pass(A_WHILE);
        Instant since = status().inEffectSince().orElseThrow();

        router().write(ROUTE, wanted, FENCE);

        assertThat(status().inEffectSince()).contains(since);
    }

    @Test
    void shouldEndWithTheLastOfSeveralWritings() {
        Route last = Route.split(stable, candidate, new Weight(25));
        router().write(ROUTE, Route.split(stable, candidate, new Weight(50)), FENCE);
        router().write(ROUTE, Route.allTo(candidate), FENCE);
        router().write(ROUTE, last, FENCE);

        world.pass(A_WHILE);

        assertThat(status().shows(last)).isTrue();
    }

    @Test
    void shouldRefuseAVersionWithoutService() {
        router().write(ROUTE, Route.allTo(stable), FENCE);

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> router().write(ROUTE, Route.split(stable, "orders-gone", new Weight(5)), FENCE))
                .withMessageContaining("orders-gone");
        assertThat(status().written()).isEqualTo(Route.allTo(stable));
    }

    @Test
    void shouldRemoveARoute() {
        router().write(ROUTE, Route.allTo(stable), FENCE);

        router().remove(ROUTE, FENCE);
        router().remove(ROUTE, FENCE);

        assertThat(router().observe(ROUTE)).isEmpty();
    }

    @Test
    void shouldRefuseAFenceOlderThanOneSeen() {
        router().write(ROUTE, Route.allTo(stable), NEWER);

        assertThatExceptionOfType(FencedException.class)
                .isThrownBy(() -> router().write(ROUTE, Route.allTo(candidate), FENCE));
        assertThatExceptionOfType(FencedException.class).isThrownBy(() -> router().remove(ROUTE, FENCE));
        assertThat(status().written()).isEqualTo(Route.allTo(stable));
    }

    private Router router() {
        return world.ports().router();
    }

    private RouteStatus status() {
        return router().observe(ROUTE).orElseThrow();
    }
}
