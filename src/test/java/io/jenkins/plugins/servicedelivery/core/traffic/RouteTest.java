package io.jenkins.plugins.servicedelivery.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RouteTest {
    @Test
    void shouldReferenceBothVersionsAtWeightNone() {
        Route route = Route.split("orders-1", "orders-2", Weight.NONE);

        assertThat(route.weights()).containsOnlyKeys("orders-1", "orders-2");
        assertThat(route.of("orders-1")).isEqualTo(Weight.ALL);
        assertThat(route.of("orders-2")).isEqualTo(Weight.NONE);
    }

    @Test
    void shouldRefuseWeightsThatDoNotAddUp() {
        assertThatThrownBy(
                        () -> new Route(new TreeMap<>(Map.of("orders-1", new Weight(60), "orders-2", new Weight(60)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("120");
    }

    @Test
    void shouldRefuseWeightsOutsideOfNoneToAll() {
        assertThatThrownBy(() -> new Weight(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weight(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotShowARouteThatIsWrittenButNotInEffect() {
        Route wanted = Route.allTo("orders-1");

        assertThat(new RouteStatus(wanted, Optional.empty()).shows(wanted)).isFalse();
        assertThat(new RouteStatus(wanted, Optional.of(Instant.EPOCH)).shows(wanted))
                .isTrue();
        assertThat(new RouteStatus(Route.allTo("orders-2"), Optional.of(Instant.EPOCH)).shows(wanted))
                .isFalse();
    }
}
