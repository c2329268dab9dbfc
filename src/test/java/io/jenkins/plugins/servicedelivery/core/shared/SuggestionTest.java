package io.jenkins.plugins.servicedelivery.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {
    private static final List<String> SERVICES = List.of("orders", "payments", "inventory");

    @ParameterizedTest
    @ValueSource(strings = {"order", "ordres", "orderss", "odrers", "0rders"})
    void shouldFindWhatWasMeant(String slip) {
        assertThat(Suggestion.didYouMean(slip, SERVICES)).isEqualTo("Did you mean \"orders\"?");
    }

    @Test
    void shouldListWhatThereIsWhenNothingIsNear() {
        assertThat(Suggestion.didYouMean("zebra", SERVICES)).isEqualTo("Known: inventory, orders, payments.");
    }

    @Test
    void shouldSayNothingWhenThereIsNothing() {
        assertThat(Suggestion.didYouMean("zebra", List.of())).isEmpty();
    }

    @Test
    void shouldNotTakeAShortWordForAnother() {
        assertThat(Suggestion.nearest("ab", List.of("cd"))).isEmpty();
    }
}
