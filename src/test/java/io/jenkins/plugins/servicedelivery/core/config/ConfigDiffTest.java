package io.jenkins.plugins.servicedelivery.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigDiffTest {
    @Test
    void shouldTellAddedChangedAndRemovedApart() {
        ConfigDiff diff = ConfigDiff.between(
                Map.of("same", "1", "new.value", "1", "gone", "1"),
                Map.of("same", "1", "new.value", "2", "added", "3"));

        assertThat(diff.added()).containsExactly(Map.entry("added", "3"));
        assertThat(diff.changed()).containsExactly(Map.entry("new.value", new ConfigDiff.Change("1", "2")));
        assertThat(diff.removed()).containsExactly(Map.entry("gone", "1"));
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void shouldBeEmptyWhenBothAreTheSame() {
        assertThat(ConfigDiff.between(Map.of("a", "1"), Map.of("a", "1")).isEmpty())
                .isTrue();
    }
}
