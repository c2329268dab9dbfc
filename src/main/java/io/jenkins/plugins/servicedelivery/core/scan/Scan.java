package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Judges what source trees say about a product line.
 *
 * @param namespaces the namespaces in which the line's environments run
 */
public record Scan(ProductLine line, LineConfiguration configuration, Set<String> namespaces, ScanPolicy policy) {
    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Finding::rule)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::place)
            .thenComparing(Finding::message);

    public Scan {
        namespaces = Set.copyOf(namespaces);
    }

    /** The report on these trees, one for each service of the line. */
    public ScanReport report(List<ScannedService> services) {
        CallFinder finder = new CallFinder(new AddressBook(line, namespaces), configuration);
        Comparison comparison = new Comparison(line, policy);
        List<Call> calls = services.stream()
                .flatMap(service -> finder.calls(service).stream())
                .toList();
        List<Call> strangers = services.stream()
                .flatMap(service -> finder.strangers(service).stream())
                .toList();
        List<Dependency> dependencies = comparison.dependencies(calls);

        List<Finding> findings = new ArrayList<>();
        ScanFindings words = new ScanFindings(line, policy);
        dependencies.forEach(dependency -> aboutStanding(dependency, services, words, findings));
        strangers.stream()
                .filter(call -> comparison.acceptance(call).isEmpty())
                .map(words::stranger)
                .forEach(findings::add);
        comparison.needless(dependencies, strangers).stream()
                .map(words::needless)
                .forEach(findings::add);
        services.forEach(scanned -> aboutTree(scanned, finder, words, findings));

        ScanReport report = new ScanReport(
                line,
                dependencies,
                List.of(),
                total(services, SourceTree::filesSeen),
                total(services, SourceTree::filesRead));
        report.cycles().stream().map(words::cycle).forEach(findings::add);
        return new ScanReport(
                line,
                dependencies,
                findings.stream().distinct().sorted(GRAVEST_FIRST).toList(),
                report.filesSeen(),
                report.filesRead());
    }

    private void aboutStanding(
            Dependency dependency, List<ScannedService> services, ScanFindings words, List<Finding> findings) {
        switch (dependency.standing()) {
            case UNDECLARED -> findings.add(words.undeclared(dependency));
            case UNUSED -> {
                if (isRead(dependency, services)) {
                    findings.add(words.unused(dependency));
                }
            }
            case ACCEPTED -> findings.add(words.accepted(dependency));
            case CONFIRMED -> {}
        }
        GraphRules.violation(line, dependency.caller(), dependency.called())
                .map(layers -> words.violation(dependency, layers))
                .ifPresent(findings::add);
    }

    /** Where the sources are missing, nothing can be said to be unused. */
    private static boolean isRead(Dependency dependency, List<ScannedService> services) {
        return services.stream()
                .anyMatch(scanned -> scanned.service().name().equals(dependency.caller())
                        && !scanned.tree().isMissing());
    }

    private static void aboutTree(
            ScannedService scanned, CallFinder finder, ScanFindings words, List<Finding> findings) {
        scanned.tree()
                .gaps()
                .forEach(gap -> findings.add(words.gap(scanned.service().name(), gap)));
        finder.unknownVariables(scanned)
                .forEach(mention ->
                        findings.add(words.unknownVariable(scanned.service().name(), mention)));
    }

    private static int total(List<ScannedService> services, ToIntFunction<SourceTree> count) {
        return services.stream().map(ScannedService::tree).mapToInt(count).sum();
    }
}
