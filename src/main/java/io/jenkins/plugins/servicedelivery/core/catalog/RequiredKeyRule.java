package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.config.KeySchema;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A required key has a value in every environment, for every service that has it anywhere: a value for all services
 * makes it a key of all, a value for one service makes it a key of that one. Secret keys get their values elsewhere.
 */
final class RequiredKeyRule implements Rule {
    private static final DocumentPath VALUES = DocumentPath.of("values");

    @Override
    public void check(CatalogDraft draft, Report report) {
        for (Sited<ConfigSet> set : draft.configSets()) {
            if (set.places().unread().stream().anyMatch(path -> path.isWithin(List.of(VALUES)))) {
                continue;
            }
            draft.line(set.value().line()).ifPresent(line -> set.value().keys().values().stream()
                    .filter(key -> key.required() && !key.secret())
                    .forEach(key -> check(key, draft, set, line.value(), report)));
        }
    }

    private static void check(
            KeySchema key, CatalogDraft draft, Sited<ConfigSet> set, ProductLine line, Report report) {
        List<ConfigSet.Values> written = set.value().values().stream()
                .filter(values -> values.entries().containsKey(key.key()))
                .toList();
        SortedSet<Name> concerned = concerned(written, line);
        for (Sited<Environment> environment : draft.environmentsOf(line.name())) {
            Environment here = environment.value();
            SortedSet<Name> without = new TreeSet<>(concerned);
            if (!here.services().isEmpty()) {
                without.retainAll(here.services());
            }
            without.removeIf(service -> written.stream().anyMatch(values -> reaches(values, here.name(), service)));
            if (!without.isEmpty()) {
                missing(key, set, here.name(), without, report);
            }
        }
    }

    private static SortedSet<Name> concerned(List<ConfigSet.Values> written, ProductLine line) {
        Collection<Name> named = written.stream()
                .map(ConfigSet.Values::service)
                .flatMap(Optional::stream)
                .toList();
        boolean forAll = written.stream().anyMatch(values -> values.service().isEmpty());
        return new TreeSet<>(forAll || named.isEmpty() ? line.services().keySet() : named);
    }

    private static boolean reaches(ConfigSet.Values values, Name environment, Name service) {
        return values.environment().map(environment::equals).orElse(true)
                && values.service().map(service::equals).orElse(true);
    }

    private static void missing(
            KeySchema key, Sited<ConfigSet> set, Name environment, SortedSet<Name> services, Report report) {
        String names = services.stream().map(Name::value).collect(Collectors.joining(", "));
        report.problem(
                "required-key-missing",
                set,
                DocumentPath.of("keys", key.key()),
                "The required key \"" + key.key() + "\" has no value in the environment \"" + environment + "\" for "
                        + names + ".",
                "Write one under values, or let the key be optional.");
    }
}
