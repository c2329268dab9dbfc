package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.util.FormValidation;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody sees who asks for a product line's catalog to be read. */
final class CatalogReport {
    private static final int MOST_PROBLEMS = 5;

    private CatalogReport() {}

    /** Reads the catalog: what is in it, or the first things that are wrong with it. */
    static FormValidation of(BoundLine bound) throws InterruptedException {
        CatalogFiles.Read files = CatalogFiles.read(bound);
        try {
            return about(bound, CatalogReader.read(files.texts()), files);
        } catch (InvalidInputException e) {
            return FormValidation.error(first(e.problems()));
        }
    }

    private static FormValidation about(BoundLine bound, Catalog catalog, CatalogFiles.Read files) {
        Name name = Name.of(bound.binding().getLine());
        ProductLine line = catalog.lines().get(name);
        if (line == null) {
            return FormValidation.error(Messages.CatalogReport_otherLines(
                    name, joined(catalog.lines().keySet())));
        }
        SortedSet<String> missing = new TreeSet<>();
        bound.binding().getEnvironments().stream()
                .map(EnvironmentBinding::getEnvironment)
                .filter(Objects::nonNull)
                .forEach(missing::add);
        catalog.environments(name).keySet().forEach(known -> missing.remove(known.value()));
        String found = Messages.CatalogReport_found(
                line.services().size(), catalog.environments(name).size(), files.origin(), files.revision());
        return missing.isEmpty()
                ? FormValidation.ok(found)
                : FormValidation.warning(found + "\n" + Messages.CatalogReport_missing(joined(missing)));
    }

    private static String first(List<Problem> problems) {
        String shown =
                problems.stream().limit(MOST_PROBLEMS).map(Problem::toString).collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_PROBLEMS;
        return more > 0 ? shown + "\n" + Messages.CatalogReport_more(more) : shown;
    }

    private static String joined(Iterable<?> names) {
        StringBuilder all = new StringBuilder();
        names.forEach(name -> all.append(all.isEmpty() ? "" : ", ").append(name));
        return all.toString();
    }
}
