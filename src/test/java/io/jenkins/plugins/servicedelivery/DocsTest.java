package io.jenkins.plugins.servicedelivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogs that the documentation shows are read. All fences of one file that say {@code yaml} form one catalog
 * together, so that an explanation can come between its documents. A page that shows no product line is read together
 * with those documents of the reference whose kind and name it does not show. A fence that is not meant so says {@code yml}.
 */
class DocsTest {
    private static final String FENCE = "```";
    private static final Pattern HEAD = Pattern.compile("kind: .*\nname: .*\n");
    private static final Path REFERENCE = Path.of("docs", "user", "catalog.md");

    @ParameterizedTest
    @MethodSource("pagesWithCatalogs")
    void shouldShowACatalogThatCanBeRead(Path page) throws IOException {
        String text = catalogOf(Files.readAllLines(page));
        String others = text.contains("kind: ProductLine") ? "" : referenceWithout(text);

        Catalog catalog = CatalogReader.read(Map.of(page.getFileName().toString(), text, "reference.yaml", others));

        assertThat(catalog.lines()).isNotEmpty();
    }

    @Test
    void shouldFindTheReferenceAndTheReadme() throws IOException {
        assertThat(pagesWithCatalogs()).contains(Path.of("README.md"), REFERENCE);
    }

    @Test
    void shouldKeepTheLinesOfThePage() {
        assertThat(catalogOf(List.of(
                        "# A page", "```yaml", "a: 1", "```", "and", "```yaml", "b: 2", "```", "```sh", "ls", "```")))
                .isEqualTo("\n---\na: 1\n\n\n---\nb: 2\n\n\n\n\n");
    }

    static List<Path> pagesWithCatalogs() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .filter(DocsTest::hasCatalog)
                    .sorted()
                    .toList();
        }
    }

    /** The documents of the reference that a page does not show in a version of its own. */
    private static String referenceWithout(String page) throws IOException {
        return Stream.of(catalogOf(Files.readAllLines(REFERENCE)).split("(?m)^---$"))
                .filter(document -> {
                    Matcher head = HEAD.matcher(document);
                    return !head.find() || !page.contains(head.group());
                })
                .collect(Collectors.joining("---"));
    }

    private static boolean hasCatalog(Path page) {
        try (Stream<String> lines = Files.lines(page)) {
            return lines.anyMatch((FENCE + "yaml")::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fences of a page, each on the lines where it stands, so that a problem's place is a place of the page. */
    private static String catalogOf(List<String> page) {
        StringBuilder catalog = new StringBuilder();
        String fence = "";
        for (String line : page) {
            if (line.startsWith(FENCE)) {
                fence = fence.isEmpty() ? line : "";
                catalog.append(fence.equals(FENCE + "yaml") ? "---" : "");
            } else if (fence.equals(FENCE + "yaml")) {
                catalog.append(line);
            }
            catalog.append('\n');
        }
        return catalog.toString();
    }
}
