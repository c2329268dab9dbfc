package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The product line that a step works on, in its catalog. */
record ChosenLine(Catalog catalog, Name name) {
    /** @param wanted null for the only one */
    static ChosenLine of(Catalog catalog, @CheckForNull String wanted) {
        Name name = wanted == null ? only(catalog) : Name.of(wanted);
        return new ChosenLine(catalog, catalog.line(name).name());
    }

    /** The host of the registry that the catalog names for it. */
    String host() {
        String repository = catalog.line(name).repository();
        return repository.substring(0, slash(repository));
    }

    /** The catalog with another host in the names of the line's images. */
    Catalog at(String host) {
        SortedMap<Name, ProductLine> lines = new TreeMap<>(catalog.lines());
        lines.computeIfPresent(name, (key, line) -> at(host, line));
        return new Catalog(
                lines,
                catalog.templates(),
                catalog.environments(),
                catalog.configSets(),
                catalog.strategies(),
                catalog.scanPolicies(),
                catalog.branchFlows());
    }

    private static ProductLine at(String host, ProductLine line) {
        String path = line.repository().substring(slash(line.repository()));
        return new ProductLine(line.name(), line.title(), host + path, line.layers(), line.owners(), line.services());
    }

    private static int slash(String repository) {
        int slash = repository.indexOf('/');
        return slash < 0 ? repository.length() : slash;
    }

    private static Name only(Catalog catalog) {
        if (catalog.lines().size() != 1) {
            boolean none = catalog.lines().isEmpty();
            throw new FailedException(
                    "Choosing the product line",
                    none
                            ? "the catalog has none"
                            : "the catalog has " + catalog.lines().size() + " of them",
                    none
                            ? "Add one to the catalog."
                            : "Name one with the argument \"line\": "
                                    + catalog.lines().keySet().stream()
                                            .map(Name::value)
                                            .collect(Collectors.joining(", "))
                                    + ".");
        }
        return catalog.lines().firstKey();
    }
}
