package io.jenkins.plugins.servicedelivery.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VariablesTest {
    @Test
    void shouldNameTheVariableOfAKey() {
        assertThat(Variables.nameOf("payments.read-timeout2")).isEqualTo("PAYMENTS_READ_TIMEOUT2");
    }

    @Test
    void shouldTurnAConfigurationIntoVariables() {
        assertThat(Variables.of(Map.of("log.level", "info"))).containsExactly(Map.entry("LOG_LEVEL", "info"));
    }

    @Test
    void shouldRefuseTwoKeysOfOneVariable() {
        assertThatThrownBy(() -> Variables.of(Map.of("a.b", "1", "a-b", "2"))).hasMessageContaining("A_B");
    }

    @Test
    void shouldListTheKeysThatShareAVariable() {
        assertThat(Variables.shared(List.of("a.b", "a-b", "c")))
                .containsExactly(Map.entry("A_B", new TreeSet<>(List.of("a-b", "a.b"))));
    }
}
