package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.config.Variables;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;

/** A config set belongs to a line that exists, and no two of its keys become the same variable. */
final class ConfigKeyRule implements Rule {
    @Override
    public void check(CatalogDraft draft, Report report) {
        Known lines = Known.lines(draft);
        for (Sited<ConfigSet> set : draft.configSets()) {
            String who = "The config set \"" + set.value().name() + "\" is of";
            lines.require(set.value().line(), set, DocumentPath.of("line"), who, report);
            Variables.shared(set.value().keys().keySet())
                    .forEach((variable, keys) -> report.problem(
                            "variable-conflict",
                            set,
                            DocumentPath.of("keys", keys.last()),
                            "The keys \"" + Quoted.printable(String.join("\" and \"", keys))
                                    + "\" both become the variable " + variable + ".",
                            "Rename one of them."));
        }
    }
}
