package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.environment.BranchFlow;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.scan.ScanPolicy;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every name is there once, and a product line has at most one config set, scan policy and branch flow. */
final class UniqueNamesRule implements Rule {
    private static final DocumentPath NAME = DocumentPath.of("name");
    private static final DocumentPath LINE = DocumentPath.of("line");
    private static final String RENAME = "Rename one, or remove it.";
    private static final String MERGE = "Write everything into one of the two.";

    @Override
    public void check(CatalogDraft draft, Report report) {
        Function<Environment, String> ofEnvironment =
                e -> "environment \"" + e.name() + "\" of the product line \"" + e.line() + "\"";
        unique(draft.lines(), named("product line", ProductLine::name), NAME, RENAME, report);
        unique(draft.templates(), named("image template", ImageTemplate::name), NAME, RENAME, report);
        unique(draft.strategies(), named("release strategy", ReleaseStrategy::name), NAME, RENAME, report);
        unique(draft.environments(), ofEnvironment, NAME, RENAME, report);
        unique(draft.configSets(), oneOf("config set", ConfigSet::line), LINE, MERGE, report);
        unique(draft.scanPolicies(), oneOf("scan policy", ScanPolicy::line), LINE, MERGE, report);
        unique(draft.branchFlows(), oneOf("branch flow", BranchFlow::line), LINE, MERGE, report);
    }

    private static <T> Function<T, String> named(String kind, Function<T, Name> name) {
        return value -> kind + " \"" + name.apply(value) + "\"";
    }

    private static <T> Function<T, String> oneOf(String kind, Function<T, Name> line) {
        return value -> kind + " of the product line \"" + line.apply(value) + "\"";
    }

    private static <T> void unique(
            List<Sited<T>> all, Function<T, String> title, DocumentPath path, String remedy, Report report) {
        Map<String, Sited<T>> first = new HashMap<>();
        for (Sited<T> one : all) {
            String what = title.apply(one.value());
            Sited<T> earlier = first.putIfAbsent(what, one);
            if (earlier != null) {
                String where = earlier.places().at(path).toString();
                report.problem(
                        "duplicate-name", one, path, "The " + what + " is already written at " + where + ".", remedy);
            }
        }
    }
}
