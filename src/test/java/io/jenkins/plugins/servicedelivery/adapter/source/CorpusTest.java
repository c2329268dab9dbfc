package io.jenkins.plugins.servicedelivery.adapter.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.scan.Dependency;
import io.jenkins.plugins.servicedelivery.core.scan.LineConfiguration;
import io.jenkins.plugins.servicedelivery.core.scan.Scan;
import io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures;
import io.jenkins.plugins.servicedelivery.core.scan.ScannedService;
import io.jenkins.plugins.servicedelivery.core.scan.Sighting;
import io.jenkins.plugins.servicedelivery.core.scan.SourceRequest;
import io.jenkins.plugins.servicedelivery.core.scan.SourceTree;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is the source tree of a service named caller; {@code expected.txt} lists the calls that stand there. */
class CorpusTest {
    private static final Path CORPUS =
            Path.of("src/test/resources/io/jenkins/plugins/servicedelivery/adapter/source/corpus");
    private static final Service CALLER = ScanFixtures.service("caller");
    private static final ProductLine LINE = ScanFixtures.lineOf(
            CALLER,
            ScanFixtures.service("inventory"),
            ScanFixtures.service("order"),
            ScanFixtures.service("orders"),
            ScanFixtures.service("payments"),
            ScanFixtures.service("shipping"));
    private static final LineConfiguration CONFIGURATION = new LineConfiguration(
            List.of(
                    new LineConfiguration.Key("payments.url", "PAYMENTS_URL", true),
                    new LineConfiguration.Key("inventory.url", "INVENTORY_URL", true),
                    new LineConfiguration.Key("shipping.host", "SHIPPING_HOST", true),
                    new LineConfiguration.Key("external.url", "EXTERNAL_URL", true)),
            List.of(
                    value("payments.url", "${address:payments}"),
                    value("shipping.host", "shipping"),
                    value("external.url", "https://api.bank.example/orders")));

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldFindExactlyTheCallsOfTheCase(String name) throws Exception {
        assertThat(found(name)).containsExactlyInAnyOrderElementsOf(expected(name));
    }

    @Test
    void shouldHaveFullRecallAndPrecisionOverTheWholeCorpus() throws Exception {
        int expected = 0;
        int found = 0;
        int right = 0;

        for (String name : cases().toList()) {
            SortedSet<String> wanted = expected(name);
            SortedSet<String> seen = found(name);
            expected += wanted.size();
            found += seen.size();
            seen.retainAll(wanted);
            right += seen.size();
        }

        assertThat(expected).isGreaterThan(50);
        assertThat((double) right / expected).as("recall").isEqualTo(1.0);
        assertThat((double) right / found).as("precision").isEqualTo(1.0);
    }

    private static SortedSet<String> expected(String name) throws IOException {
        return Files.readAllLines(CORPUS.resolve(name).resolve("expected.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> found(String name) throws InterruptedException {
        SourceTree tree = new FileSourceReader()
                .read(new SourceRequest(
                        CORPUS.resolve(name).toAbsolutePath().toString(),
                        ".",
                        List.of(),
                        List.of(),
                        names(),
                        CONFIGURATION.words()));
        return new Scan(LINE, CONFIGURATION, Set.of("shop-test", "shop-production"), ScanFixtures.policy())
                .report(List.of(new ScannedService(CALLER, tree))).dependencies().stream()
                        .flatMap(CorpusTest::lines)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(Dependency dependency) {
        return dependency.sightings().stream().map(sighting -> line(dependency, sighting));
    }

    private static String line(Dependency dependency, Sighting sighting) {
        return dependency.called() + " " + sighting.place().file() + ":"
                + sighting.place().line() + " "
                + sighting.confidence().name().toLowerCase(Locale.ROOT);
    }

    private static SortedSet<String> names() {
        return LINE.services().keySet().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static LineConfiguration.Value value(String key, String text) {
        return new LineConfiguration.Value(key, Optional.empty(), text, new Place("configuration.yaml", 1, 1));
    }
}
