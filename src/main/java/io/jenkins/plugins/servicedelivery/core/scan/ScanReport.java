package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.DependencyGraph;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the sources and the configuration of a product line say about who calls whom, compared with what its catalog
 * declares. The same sources give the same report, in the same order.
 *
 * @param dependencies all that are declared or seen
 * @param findings the gravest first
 * @param filesSeen files that lie in the source trees
 * @param filesRead files that were searched
 */
public record ScanReport(
        ProductLine line, List<Dependency> dependencies, List<Finding> findings, int filesSeen, int filesRead) {
    public ScanReport {
        dependencies = List.copyOf(dependencies);
        findings = List.copyOf(findings);
    }

    /** Who calls whom, by declaration or by evidence. */
    public DependencyGraph graph() {
        SortedMap<Name, SortedSet<Name>> calls = new TreeMap<>();
        line.services().keySet().forEach(name -> calls.put(name, new TreeSet<>()));
        dependencies.forEach(dependency -> calls.get(dependency.caller()).add(dependency.called()));
        return new DependencyGraph(calls);
    }

    /** The cycles of the graph, one for each group of services that all reach one another. */
    public List<List<Name>> cycles() {
        return new GraphRules(graph().calls()).cycles();
    }

    /** In which order the services can start; empty where a cycle leaves no order. */
    public List<SortedSet<Name>> startWaves() {
        return cycles().isEmpty() ? graph().waves() : List.of();
    }

    /** The services that a change of this one can affect: all that call it, directly or through others. */
    public SortedSet<Name> blastRadius(Name changed) {
        return new GraphRules(graph().calls()).affectedBy(changed);
    }

    /** Whether nothing was found that stops a delivery. */
    public boolean passes() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
