package io.jenkins.plugins.servicedelivery.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourTest {
    @Test
    void shouldBePlainWhenTheImageSaysNothing() {
        assertThat(Behaviour.parse(Map.of("org.opencontainers.image.title", "orders")))
                .isEqualTo(Behaviour.PLAIN);
    }

    @Test
    void shouldReadEveryLabel() {
        Behaviour behaviour = Behaviour.parse(Map.of(
                Behaviour.PREFIX + "ready-after", "3s",
                Behaviour.PREFIX + "errors", "0.08",
                Behaviour.PREFIX + "latency", "20ms",
                Behaviour.PREFIX + "never-ready", "true"));

        assertThat(behaviour)
                .isEqualTo(new Behaviour(Optional.of(Duration.ofSeconds(3)), 0.08, Duration.ofMillis(20), true));
    }

    @ParameterizedTest
    @CsvSource({
        "ready-after, 3",
        "ready-after, -3s",
        "ready-after, ''",
        "errors, 8%",
        "errors, 1.1",
        "errors, NaN",
        "latency, fast",
        "never-ready, yes",
        "ready-afer, 3s"
    })
    void shouldNameAnInvalidLabel(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Behaviour.parse(Map.of(Behaviour.PREFIX + key, value)))
                .withMessageStartingWith("image label " + Behaviour.PREFIX + key + " is invalid: ");
    }

    @Test
    void shouldSuggestTheLabelThatWasMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Behaviour.parse(Map.of(Behaviour.PREFIX + "error", "0.1")))
                .withMessageContaining("Did you mean \"errors\"?");
    }
}
