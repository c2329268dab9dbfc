package io.jenkins.plugins.servicedelivery.core.scan;

import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.lineOf;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.policy;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.report;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.scanned;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.service;
import static io.jenkins.plugins.servicedelivery.core.scan.ScanFixtures.serviceIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static final Service PAYMENTS = service("payments");

    @Test
    void shouldConfirmACallThatIsDeclaredAndSeen() {
        Service orders = service("orders", "payments");

        ScanReport report =
                report(lineOf(orders, PAYMENTS), policy(), scanned(orders, "http://payments:8080"), scanned(PAYMENTS));

        assertThat(report.dependencies())
                .extracting(Dependency::caller, Dependency::called, Dependency::standing)
                .containsExactly(tuple(Name.of("orders"), Name.of("payments"), Standing.CONFIRMED));
        assertThat(report.findings()).isEmpty();
        assertThat(report.passes()).isTrue();
    }

    @Test
    void shouldReportAnUndeclaredCallWithItsPlaceAndRemedy() {
        Service orders = service("orders");

        ScanReport report =
                report(lineOf(orders, PAYMENTS), policy(), scanned(orders, "http://payments:8080"), scanned(PAYMENTS));

        assertThat(report.passes()).isFalse();
        assertThat(report.findings())
                .containsExactly(new Finding(
                        Severity.ERROR,
                        "undeclared-dependency",
                        "orders",
                        "orders calls payments (http://payments:8080), and the catalog does not declare it.",
                        new Place("orders/Client.java", 1, 5),
                        "Add payments to dependsOn of orders, or take the call out."));
    }

    @Test
    void shouldOnlyWarnWhenAnUndeclaredCallIsAGuess() {
        Service orders = service("orders");
        Mention guess = new Mention(
                Mention.Kind.KEY, "PAYMENTS_URL", "java-variable", Confidence.CERTAIN, new Place("A.java", 1, 1));
        LineConfiguration keys = new LineConfiguration(
                List.of(new LineConfiguration.Key("payments.url", "PAYMENTS_URL", true)), List.of());

        ScanReport report = new Scan(lineOf(orders, PAYMENTS), keys, Set.of(), policy())
                .report(List.of(new ScannedService(orders, new SourceTree(List.of(guess), List.of(), 1, 1))));

        assertThat(report.findings())
                .extracting(Finding::severity, Finding::rule)
                .containsExactly(tuple(Severity.WARNING, "undeclared-dependency"));
    }

    @Test
    void shouldReportADeclarationThatNothingShows() {
        Service orders = service("orders", "payments");

        ScanReport report = report(lineOf(orders, PAYMENTS), policy(), scanned(orders), scanned(PAYMENTS));

        assertThat(report.findings())
                .extracting(Finding::severity, Finding::rule, Finding::place)
                .containsExactly(
                        tuple(Severity.WARNING, "unused-dependency", Place.outside("services.orders.dependsOn")));
    }

    @Test
    void shouldNotCallADeclarationUnusedWhenTheSourcesAreMissing() {
        Service orders = service("orders", "payments");
        Gap missing = new Gap(Gap.Kind.MISSING, "there is no folder \"orders\"", Place.outside("orders"));

        ScanReport report = report(
                lineOf(orders, PAYMENTS),
                policy(),
                new ScannedService(orders, new SourceTree(List.of(), List.of(missing), 0, 0)));

        assertThat(report.findings()).extracting(Finding::rule).containsExactly("source-missing");
    }

    @Test
    void shouldAcceptWhatThePolicyAcceptsAndSayWhy() {
        Service orders = service("orders");
        ScanPolicy policy = policy(new ScanPolicy.Accepted(orders.name(), PAYMENTS.name(), "goes away in May"));

        ScanReport report =
                report(lineOf(orders, PAYMENTS), policy, scanned(orders, "http://payments:8080"), scanned(PAYMENTS));

        assertThat(report.passes()).isTrue();
        assertThat(report.dependencies()).extracting(Dependency::standing).containsExactly(Standing.ACCEPTED);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("accepted-dependency");
            assertThat(finding.message()).contains("goes away in May");
        });
    }

    @Test
    void shouldReportAnAcceptanceThatNothingNeeds() {
        Service orders = service("orders", "payments");
        ScanPolicy policy = policy(new ScanPolicy.Accepted(orders.name(), PAYMENTS.name(), "once"));

        ScanReport report =
                report(lineOf(orders, PAYMENTS), policy, scanned(orders, "http://payments:8080"), scanned(PAYMENTS));

        assertThat(report.findings()).extracting(Finding::rule).containsExactly("needless-acceptance");
    }

    @Test
    void shouldNameTheServiceThatWasProbablyMeant() {
        Service orders = service("orders");

        ScanReport report =
                report(lineOf(orders, PAYMENTS), policy(), scanned(orders, "http://payment:8080"), scanned(PAYMENTS));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unknown-service");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.remedy()).isEqualTo("Did you mean \"payments\"?");
        });
    }

    @Test
    void shouldOnlyInformOfAHostThatResemblesNoService() {
        Service orders = service("orders");
        ScanPolicy accepting = policy(new ScanPolicy.Accepted(orders.name(), Name.of("legacy"), "old"));

        ScanReport told = report(lineOf(orders, PAYMENTS), policy(), scanned(orders, "http://legacy:8080"));
        ScanReport accepted = report(lineOf(orders, PAYMENTS), accepting, scanned(orders, "http://legacy:8080"));

        assertThat(told.findings())
                .extracting(Finding::severity, Finding::rule)
                .containsExactly(tuple(Severity.INFORMATION, "unknown-service"));
        assertThat(accepted.findings()).isEmpty();
    }

    @Test
    void shouldTakeTheCatalogsValuesForAServiceAsEvidence() {
        Service orders = service("orders", "payments");
        Place place = new Place("configuration.yaml", 7, 3);
        LineConfiguration values = new LineConfiguration(
                List.of(new LineConfiguration.Key("payments.url", "PAYMENTS_URL", true)),
                List.of(new LineConfiguration.Value(
                        "payments.url", Optional.of(orders.name()), "${address:payments}", place)));

        ScanReport report = new Scan(lineOf(orders, PAYMENTS), values, Set.of(), policy())
                .report(List.of(scanned(orders), scanned(PAYMENTS)));

        assertThat(report.dependencies().get(0).sightings())
                .containsExactly(
                        new Sighting(place, "catalog-value", Confidence.LIKELY, "payments.url = ${address:payments}"));
    }

    @Test
    void shouldNeverShowThePasswordOfAConfiguredAddress() {
        Service orders = service("orders");
        LineConfiguration values = new LineConfiguration(
                List.of(new LineConfiguration.Key("payments.url", "PAYMENTS_URL", true)),
                List.of(new LineConfiguration.Value(
                        "payments.url",
                        Optional.of(orders.name()),
                        "http://shop:hunter2@payments:8080/x",
                        Place.outside("c"))));

        ScanReport report = new Scan(lineOf(orders, PAYMENTS), values, Set.of(), policy())
                .report(List.of(scanned(orders), scanned(PAYMENTS)));

        assertThat(report.dependencies()).hasSize(1);
        assertThat(report.toString()).doesNotContain("hunter2");
    }

    @Test
    void shouldNameACycleInFull() {
        Service a = service("alpha", "beta");
        Service b = service("beta", "gamma");
        Service c = service("gamma");

        ScanReport report = report(
                lineOf(a, b, c, PAYMENTS),
                policy(),
                scanned(a, "http://beta"),
                scanned(b, "http://gamma"),
                scanned(c, "http://alpha"));

        assertThat(report.cycles())
                .containsExactly(List.of(Name.of("alpha"), Name.of("beta"), Name.of("gamma"), Name.of("alpha")));
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::message)
                .contains(tuple(
                        "dependency-cycle",
                        "The services call one another in a cycle: alpha -> beta -> gamma -> alpha."));
        assertThat(report.startWaves()).isEmpty();
    }

    @Test
    void shouldNameOneCycleOfEveryTangle() {
        Service a = service("alpha", "beta");
        Service b = service("beta", "alpha", "delta");
        Service c = service("gamma", "delta", "alpha");
        Service d = service("delta", "gamma");
        Service e = service("epsilon", "zeta");
        Service f = service("zeta", "epsilon");

        ScanReport report = report(lineOf(a, b, c, d, e, f), policy());

        assertThat(report.cycles())
                .extracting(cycle -> cycle.get(0))
                .containsExactly(Name.of("alpha"), Name.of("epsilon"));
    }

    @Test
    void shouldReportACallAgainstTheLayers() {
        Service web = serviceIn("edge", "web", "store");
        Service store = serviceIn("base", "store", "web");

        ScanReport report = report(lineOf(web, store), policy());

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("layer-violation"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("store calls web from layer \"base\" to layer \"edge\", which lies further out."));
    }

    @Test
    void shouldSayWhoIsAffectedByAChangeAndInWhichOrderToStart() {
        Service web = service("web", "orders");
        Service orders = service("orders", "payments");

        ScanReport report = report(lineOf(web, orders, PAYMENTS), policy());

        assertThat(report.blastRadius(Name.of("payments"))).containsExactly(Name.of("orders"), Name.of("web"));
        assertThat(report.blastRadius(Name.of("web"))).isEmpty();
        assertThat(report.startWaves())
                .containsExactly(
                        new java.util.TreeSet<>(Set.of(Name.of("payments"))),
                        new java.util.TreeSet<>(Set.of(Name.of("orders"))),
                        new java.util.TreeSet<>(Set.of(Name.of("web"))));
    }
}
