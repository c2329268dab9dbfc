package io.jenkins.plugins.servicedelivery.adapter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.delivery.ScanDependencies;
import io.jenkins.plugins.servicedelivery.core.scan.Confidence;
import io.jenkins.plugins.servicedelivery.core.scan.Dependency;
import io.jenkins.plugins.servicedelivery.core.scan.ScanReport;
import io.jenkins.plugins.servicedelivery.core.scan.Standing;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopScanTest {
    private static final Path SHOP = Path.of("src/demo/shop");

    @TempDir
    private Path copy;

    @Test
    void shouldFindAllCallsOfTheShopInItsSources() throws Exception {
        ScanReport report = scan(SHOP);

        assertThat(report.dependencies())
                .extracting(dependency -> dependency.caller() + " -> " + dependency.called())
                .containsExactly(
                        "orders -> inventory",
                        "orders -> payments",
                        "products -> inventory",
                        "storefront -> orders",
                        "storefront -> products");
        assertThat(report.dependencies()).allSatisfy(dependency -> {
            assertThat(dependency.standing()).isEqualTo(Standing.CONFIRMED);
            assertThat(dependency.sightings())
                    .anySatisfy(sighting -> assertThat(sighting.place().file()).endsWith(".java"));
            assertThat(dependency.sightings())
                    .anySatisfy(sighting -> assertThat(sighting.rule()).isEqualTo("catalog-value"));
        });
        assertThat(report.findings()).isEmpty();
        assertThat(report.startWaves())
                .containsExactly(names("inventory", "payments"), names("orders", "products"), names("storefront"));
    }

    @Test
    void shouldFindACallThatSomebodyAddsWithoutDeclaringIt() throws Exception {
        copyShop();
        Files.writeString(
                copy.resolve("payments/src/Fraud.java"),
                "class Fraud {\n    Object check = java.net.URI.create(\"http://storefront:8080/fraud\");\n}\n");

        ScanReport report = scan(copy);

        assertThat(report.findings())
                .extracting(Finding::rule, Finding::severity)
                .contains(
                        tuple("undeclared-dependency", Severity.ERROR),
                        tuple("layer-violation", Severity.ERROR),
                        tuple("dependency-cycle", Severity.ERROR));
        assertThat(report.dependencies())
                .filteredOn(dependency -> dependency.standing() == Standing.UNDECLARED)
                .singleElement()
                .satisfies(dependency -> {
                    assertThat(dependency.sightings().get(0).place().toString())
                            .isEqualTo("payments/src/Fraud.java:2:40");
                    assertThat(dependency.confidence()).contains(Confidence.CERTAIN);
                });
    }

    @Test
    void shouldReportADeclaredCallThatIsTakenOut() throws Exception {
        copyShop();
        replace("products/src/Main.java", "System.getenv(\"INVENTORY_URL\")", "\"\"");
        replace("configuration.yaml", "    products: {inventory.url: \"${address:inventory}\"}\n", "");

        ScanReport report = scan(copy);

        assertThat(report.dependencies())
                .filteredOn(dependency -> dependency.standing() == Standing.UNUSED)
                .extracting(Dependency::caller, Dependency::called)
                .containsExactly(tuple(Name.of("products"), Name.of("inventory")));
    }

    private static ScanReport scan(Path folder) throws InterruptedException {
        Catalog catalog = CatalogReader.read(folder);
        return new ScanDependencies(new FileSourceReader())
                .scan(catalog, Name.of("shop"), folder.toAbsolutePath().toString());
    }

    private void replace(String file, String before, String after) throws IOException {
        String text = Files.readString(copy.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(copy.resolve(file), text.replace(before, after));
    }

    private void copyShop() throws IOException {
        try (Stream<Path> files = Files.walk(SHOP)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = copy.resolve(SHOP.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static SortedSet<Name> names(String... names) {
        return Stream.of(names).map(Name::of).collect(Collectors.toCollection(TreeSet::new));
    }
}
