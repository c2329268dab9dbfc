package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.Addresses;
import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.config.KeySchema;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.Locale;

/** Every value is of a key, a service and an environment that exist, has the type of its key, and is no secret. */
final class ConfigValueRule implements Rule {
    private static final DocumentPath KEYS = DocumentPath.of("keys");

    @Override
    public void check(CatalogDraft draft, Report report) {
        for (Sited<ConfigSet> set : draft.configSets()) {
            draft.line(set.value().line())
                    .ifPresent(line -> set.value().values().forEach(values -> check(draft, set, line, values, report)));
        }
    }

    private static void check(
            CatalogDraft draft, Sited<ConfigSet> set, Sited<ProductLine> line, ConfigSet.Values values, Report report) {
        String who = "The config set \"" + set.value().name() + "\" has values for";
        DocumentPath path = path(values);
        values.environment().ifPresent(environment -> Known.environments(
                        draft, line.value().name())
                .require(
                        environment, set, DocumentPath.of("values", "environments", environment.value()), who, report));
        values.service().ifPresent(service -> Known.services(line).require(service, set, path, who, report));
        values.entries().forEach((key, written) -> {
            KeySchema schema = set.value().keys().get(key);
            if (schema == null && set.places().isRead(KEYS)) {
                report.problem(
                        "unknown-config-key",
                        set,
                        path.key(key),
                        "The key " + Quoted.of(key) + " has a value, but is not among the keys of the config set.",
                        set.value().keys().isEmpty()
                                ? "Add it to the keys."
                                : Suggestion.didYouMean(key, set.value().keys().keySet()));
            } else if (schema != null) {
                value(set, path.key(key), schema, written.text(), new Addresses(line.value()), report);
            }
        });
    }

    /** Where the values of a layer are written. */
    private static DocumentPath path(ConfigSet.Values values) {
        String service = values.service().map(Object::toString).orElse("all");
        return switch (values.layer()) {
            case GLOBAL -> DocumentPath.of("values", "global");
            case LINE -> DocumentPath.of("values", "line");
            case SERVICE -> DocumentPath.of("values", "services", service);
            case ENVIRONMENT, LANE ->
                DocumentPath.of(
                        "values",
                        "environments",
                        values.environment().map(Object::toString).orElse(""),
                        service);
        };
    }

    private static void value(
            Sited<ConfigSet> set,
            DocumentPath path,
            KeySchema schema,
            String text,
            Addresses addresses,
            Report report) {
        if (schema.secret()) {
            report.problem(
                    "secret-in-catalog",
                    set,
                    path,
                    "The key " + Quoted.of(schema.key()) + " is secret, but has a value in the catalog.",
                    "Remove the value and treat it as known to others. The values of secrets come with configuration"
                            + " delivery.");
            return;
        }
        Addresses.Filled filled = addresses.fill(text);
        filled.mistakes()
                .forEach(mistake -> report.problem(
                        mistake.code(),
                        set,
                        path,
                        "The value cannot be filled in: " + mistake.because() + ".",
                        mistake.remedy()));
        if (filled.mistakes().isEmpty()) {
            schema.type()
                    .whyNot(filled.text())
                    .ifPresent(reason -> report.problem(
                            "wrong-value",
                            set,
                            path,
                            "The key " + Quoted.of(schema.key()) + " is of the type "
                                    + schema.type().name().toLowerCase(Locale.ROOT) + ", but "
                                    + Quoted.of(filled.text()) + " " + reason
                                    + ".",
                            schema.type().howToWrite()));
        }
    }
}
