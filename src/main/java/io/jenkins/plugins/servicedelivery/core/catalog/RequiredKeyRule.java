package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.config.RequiredKeys;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.List;

/** A required key has a value in every environment, for every service that it is meant for. */
final class RequiredKeyRule implements Rule {
    private static final DocumentPath VALUES = DocumentPath.of("values");

    @Override
    public void check(CatalogDraft draft, Report report) {
        for (Sited<ConfigSet> set : draft.configSets()) {
            boolean read = set.places().unread().stream().noneMatch(path -> path.isWithin(List.of(VALUES)));
            if (read) {
                draft.line(set.value().line()).ifPresent(line -> check(draft, set, line.value(), report));
            }
        }
    }

    private static void check(CatalogDraft draft, Sited<ConfigSet> set, ProductLine line, Report report) {
        RequiredKeys required = new RequiredKeys(line, set.value());
        for (Sited<Environment> environment : draft.environmentsOf(line.name())) {
            Name name = environment.value().name();
            required.missing(name, environment.value().servicesOf(line))
                    .forEach(missing -> report.problem(
                            "required-key-missing",
                            set,
                            DocumentPath.of("keys", missing.key().key()),
                            "The required key " + Quoted.of(missing.key().key()) + " has no value in the environment \""
                                    + name
                                    + "\""
                                    + missing.service()
                                            .map(service -> " for the service \"" + service + "\"")
                                            .orElse("")
                                    + ".",
                            "Write one under values, or let the key be optional."));
        }
    }
}
