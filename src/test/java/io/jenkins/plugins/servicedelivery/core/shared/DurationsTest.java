package io.jenkins.plugins.servicedelivery.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"250ms", "30s", "5m", "24h", "7d", "0s", "90s"})
    void shouldReadBackWhatItPrints(String text) {
        Duration duration = Durations.parse(text).orElseThrow();

        assertThat(Durations.parse(Durations.print(duration))).contains(duration);
    }

    @Test
    void shouldKnowEveryUnit() {
        assertThat(Durations.parse("250ms")).contains(Duration.ofMillis(250));
        assertThat(Durations.parse("30s")).contains(Duration.ofSeconds(30));
        assertThat(Durations.parse("5m")).contains(Duration.ofMinutes(5));
        assertThat(Durations.parse("24h")).contains(Duration.ofHours(24));
        assertThat(Durations.parse("7d")).contains(Duration.ofDays(7));
    }

    @Test
    void shouldPrintTheLargestWholeUnit() {
        assertThat(Durations.print(Duration.ofSeconds(90))).isEqualTo("90s");
        assertThat(Durations.print(Duration.ofHours(24))).isEqualTo("1d");
        assertThat(Durations.print(Duration.ZERO)).isEqualTo("0s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-5m", "1.5h", "5 m", "1h30m", "5M", "9999999999d", "PT5M"})
    void shouldReadNothingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
