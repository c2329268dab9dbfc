package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The product line that a command works on, in its catalog.
 *
 * @param catalog with the registry that was chosen in place of the one that the line names
 */
record SelectedLine(Catalog catalog, Name name) {
    static SelectedLine of(Catalog catalog, Choices choices) {
        Name name = choices.line().orElseGet(() -> only("product line", "--line", catalog.lines()));
        return new SelectedLine(
                choices.registry().map(registry -> in(registry.host(), catalog)).orElse(catalog),
                catalog.line(name).name());
    }

    /** The strategy of this name, or the only one. */
    ReleaseStrategy strategy(Optional<Name> wanted) {
        return catalog.strategy(wanted.orElseGet(() -> only("release strategy", "--strategy", catalog.strategies())));
    }

    private static Name only(String kind, String option, SortedMap<Name, ?> all) {
        if (all.size() != 1) {
            throw new FailedException(
                    "Choosing the " + kind,
                    all.isEmpty() ? "the catalog has none" : "the catalog has " + all.size() + " of them",
                    all.isEmpty()
                            ? "Add one to the catalog."
                            : "Name one with " + option + ": "
                                    + all.keySet().stream().map(Name::value).collect(Collectors.joining(", ")) + ".");
        }
        return all.firstKey();
    }

    private static Catalog in(String host, Catalog catalog) {
        SortedMap<Name, ProductLine> lines = new TreeMap<>();
        catalog.lines().forEach((name, line) -> lines.put(name, in(host, line)));
        return new Catalog(
                lines,
                catalog.templates(),
                catalog.environments(),
                catalog.configSets(),
                catalog.strategies(),
                catalog.scanPolicies(),
                catalog.branchFlows());
    }

    private static ProductLine in(String host, ProductLine line) {
        String path = line.repository().substring(line.repository().indexOf('/'));
        return new ProductLine(line.name(), line.title(), host + path, line.layers(), line.owners(), line.services());
    }
}
