package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything a team has written about its product lines, read and cross-checked as a whole. */
public record Catalog(
        SortedMap<Name, ProductLine> lines,
        SortedMap<Name, ImageTemplate> templates,
        List<Environment> environments,
        List<ConfigSet> configSets,
        SortedMap<Name, ReleaseStrategy> strategies,
        List<ScanPolicy> scanPolicies,
        List<BranchFlow> branchFlows) {
    public Catalog {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        templates = Collections.unmodifiableSortedMap(new TreeMap<>(templates));
        environments = List.copyOf(environments);
        configSets = List.copyOf(configSets);
        strategies = Collections.unmodifiableSortedMap(new TreeMap<>(strategies));
        scanPolicies = List.copyOf(scanPolicies);
        branchFlows = List.copyOf(branchFlows);
    }
}
