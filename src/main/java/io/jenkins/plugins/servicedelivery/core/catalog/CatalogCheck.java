package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.List;

/** Checks a catalog as a whole, by every {@link Rule} there is. */
public final class CatalogCheck {
    private static final List<Rule> RULES = List.of(
            new UniqueNamesRule(),
            new ServiceRule(),
            new DependencyRule(),
            new OwnerRule(),
            new TemplateRule(),
            new EnvironmentRule(),
            new NamespaceRule(),
            new ConfigKeyRule(),
            new ConfigValueRule(),
            new RequiredKeyRule(),
            new StrategyRule(),
            new ScanPolicyRule(),
            new BranchFlowRule());

    private CatalogCheck() {}

    /** Runs all rules, whatever the others found. */
    public static Outcome check(CatalogDraft draft) {
        Report report = new Report();
        RULES.forEach(rule -> rule.check(draft, report));
        return new Outcome(draft.toCatalog(), report.problems(), report.findings());
    }

    /**
     * What the check says.
     *
     * @param catalog valid only where there are no problems
     * @param problems sorted by place
     * @param findings what should be seen, but does not make the catalog invalid
     */
    public record Outcome(Catalog catalog, List<Problem> problems, List<Finding> findings) {}
}
