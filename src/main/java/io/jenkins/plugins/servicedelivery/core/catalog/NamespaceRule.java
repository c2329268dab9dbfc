package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Every environment has a namespace of its own, which a cluster accepts and which belongs to nobody else. */
final class NamespaceRule implements Rule {
    private static final DocumentPath NAMESPACE = DocumentPath.of("namespace");
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    @Override
    public void check(CatalogDraft draft, Report report) {
        Map<String, Sited<Environment>> taken = new HashMap<>();
        for (Sited<Environment> environment : draft.environments()) {
            String namespace = environment.value().namespace();
            String who = "The namespace " + Quoted.of(namespace);
            if (!GRAMMAR.matcher(namespace).matches()) {
                report.problem(
                        "bad-namespace",
                        environment,
                        NAMESPACE,
                        who + " is no name that a cluster accepts.",
                        "Write at most 63 characters of a-z, 0-9 and -, beginning and ending with a letter or digit.");
            }
            if (ProtectedNamespaces.STANDARD.protecting(namespace).isPresent()) {
                report.problem(
                        "protected-namespace",
                        environment,
                        NAMESPACE,
                        who + " is protected: no environment may live there.",
                        "Choose another one, or leave it out for <line>-<environment>.");
            }
            Sited<Environment> first = taken.putIfAbsent(namespace, environment);
            if (first != null && !sameName(first.value(), environment.value())) {
                report.problem(
                        "namespace-conflict",
                        environment,
                        NAMESPACE,
                        who + " already belongs to the environment \""
                                + first.value().name() + "\" at "
                                + first.places().at(NAMESPACE) + ".",
                        "Give each environment its own.");
            }
        }
    }

    /** Two environments of one name have their problem already. */
    private static boolean sameName(Environment one, Environment other) {
        return one.name().equals(other.name()) && one.line().equals(other.line());
    }
}
