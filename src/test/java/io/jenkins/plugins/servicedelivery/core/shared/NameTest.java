package io.jenkins.plugins.servicedelivery.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "orders", "orders-2", "a1-b2"})
    void shouldAcceptDnsLabels(String text) {
        assertThat(Name.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "1a", "A", "a_b", "a.b", "ä", "a b", "a\n", "--help", "../a"})
    void shouldRefuseWhatIsNoDnsLabel(String text) {
        assertThatThrownBy(() -> Name.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a name");
    }

    @Test
    void shouldLeaveRoomForTheSuffixOfAVersion() {
        String longest = "a".repeat(Name.MAX_LENGTH);

        assertThat((longest + "-01234567").length()).isEqualTo(63);
        assertThat(Name.whyNot(longest)).isEmpty();
        assertThat(Name.whyNot(longest + "a")).contains("it has 55 characters and may have 54");
    }
}
