package io.jenkins.plugins.servicedelivery.jenkins.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.jenkins.security.GoldenTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void shouldSayInTheDocumentationWhoMayDoWhat() throws IOException {
        String page = Files.readString(Path.of("docs", "admin", "security.md"));

        assertThat(page.substring(page.indexOf("WebMethodsTest -->") + 18, page.indexOf("<!-- end -->"))
                        .strip())
                .isEqualTo(documented());
    }

    private static String documented() {
        StringBuilder table = new StringBuilder("| needs | verb | address |\n|---|---|---|");
        GoldenTable.rows().stream()
                .filter(row -> row.hasAddress() && !row.needs().equals("nobody"))
                .map(row -> "\n| " + row.needs().replace("Item/", "Job/") + " | " + row.verb() + " | `"
                        + row.address()
                                .replace("{settings}", "descriptorByName/…")
                                .replace("{folder}", "{folder}descriptorByName/…")
                        + "` |")
                .sorted()
                .distinct()
                .forEach(table::append);
        return table.toString();
    }

    @Test
    void shouldGiveAnAddressToEverythingThatIsCalled() {
        assertThat(GoldenTable.rows().stream()
                        .filter(row -> row.method().matches(".*#do[A-Z].*"))
                        .filter(row -> !row.hasAddress()))
                .isEmpty();
    }
}
