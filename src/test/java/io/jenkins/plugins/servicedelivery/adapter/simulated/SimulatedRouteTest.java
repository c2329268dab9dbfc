package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedRouteTest {
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    private static final Optional<Route> FIRST = Optional.of(Route.allTo("orders-1"));
    private static final Optional<Route> SECOND = Optional.of(Route.allTo("orders-2"));

    @Test
    void shouldComeIntoEffectWhenItsTimeHasCome() {
        SimulatedRoute route = SimulatedRoute.none(NOW).write(FIRST, NOW.plusSeconds(2));

        assertThat(route.at(NOW.plusMillis(1_999)).inEffect()).isEmpty();
        assertThat(route.at(NOW.plusSeconds(2)).inEffect()).isEqualTo(FIRST);
        assertThat(route.at(NOW.plusSeconds(2)).since()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void shouldNeverLetALaterWritingBeOvertakenByAnEarlierOne() {
        SimulatedRoute route =
                SimulatedRoute.none(NOW).write(FIRST, NOW.plusSeconds(2)).write(SECOND, NOW.plusSeconds(1));

        assertThat(route.at(NOW.plusSeconds(1)).inEffect()).isEmpty();
        assertThat(route.at(NOW.plusSeconds(2)).inEffect()).isEqualTo(SECOND);
    }

    @Test
    void shouldBeGoneWhenItsRemovalIsInEffect() {
        SimulatedRoute route =
                SimulatedRoute.none(NOW).write(FIRST, NOW).at(NOW).write(Optional.empty(), NOW.plusSeconds(1));

        assertThat(route.status()).isEmpty();
        assertThat(route.isGone()).isFalse();
        assertThat(route.at(NOW.plusSeconds(1)).isGone()).isTrue();
    }
}
