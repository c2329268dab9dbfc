package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.ConfigResolver;
import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** The product line of this name; throws {@link FailedException} with the nearest name where there is none. */
    public ProductLine line(Name name) {
        return found("product line", name, lines);
    }

    /** The service of a product line; throws {@link FailedException} where the line or the service is not there. */
    public Service service(Name line, Name name) {
        return found("service", name, line(line).services());
    }

    /** The image template of this name; throws {@link FailedException} where there is none. */
    public ImageTemplate template(Name name) {
        return found("image template", name, templates);
    }

    /** The release strategy of this name; throws {@link FailedException} where there is none. */
    public ReleaseStrategy strategy(Name name) {
        return found("release strategy", name, strategies);
    }

    /** The environment of a product line; throws {@link FailedException} where the line or the environment is not there. */
    public Environment environment(Name line, Name name) {
        return found("environment", name, environments(line(line).name()));
    }

    /** The environments of a product line, by name. */
    public SortedMap<Name, Environment> environments(Name line) {
        SortedMap<Name, Environment> found = new TreeMap<>();
        environments.stream().filter(e -> e.line().equals(line)).forEach(e -> found.putIfAbsent(e.name(), e));
        return found;
    }

    /** The config set of a product line, where it has one. */
    public Optional<ConfigSet> configSet(Name line) {
        return configSets.stream().filter(set -> set.line().equals(line)).findFirst();
    }

    /** The scan policy of a product line, where it has one. */
    public Optional<ScanPolicy> scanPolicy(Name line) {
        return scanPolicies.stream()
                .filter(policy -> policy.line().equals(line))
                .findFirst();
    }

    /** The branch flow of a product line, where it has one. */
    public Optional<BranchFlow> branchFlow(Name line) {
        return branchFlows.stream().filter(flow -> flow.line().equals(line)).findFirst();
    }

    /** What the services of a product line are configured with. */
    public ConfigResolver configuration(Name line) {
        return ConfigResolver.of(line(line), configSet(line));
    }

    private static <T> T found(String kind, Name name, Map<Name, T> all) {
        T value = all.get(name);
        if (value == null) {
            List<String> known = all.keySet().stream().map(Name::value).toList();
            throw new FailedException(
                    "Looking up the " + kind + " \"" + name + "\"",
                    known.isEmpty() ? "the catalog has no " + kind : "the catalog has no " + kind + " of this name",
                    known.isEmpty() ? "Add it to the catalog." : Suggestion.didYouMean(name.value(), known));
        }
        return value;
    }
}
