package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.jenkins.security.GoldenTable.Row;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing of ours is reached by an address unless somebody has written down who may go there. */
class WebMethodsTest {
    @Test
    void shouldListEverythingThatAddressesLeadTo() {
        TreeSet<String> listed =
                GoldenTable.rows().stream().map(Row::method).collect(Collectors.toCollection(TreeSet::new));

        assertThat(String.join("\n", WebMethods.all()))
                .as("web methods of the plugin against %s", GoldenTable.FILE)
                .isEqualTo(String.join("\n", listed));
    }

    @Test
    void shouldGiveAnAddressToEverythingThatIsCalled() {
        assertThat(GoldenTable.rows().stream()
                        .filter(row -> row.method().matches(".*#do[A-Z].*"))
                        .filter(row -> !row.hasAddress()))
                .isEmpty();
    }
}
