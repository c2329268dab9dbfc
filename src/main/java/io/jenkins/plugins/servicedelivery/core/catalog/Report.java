package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules have found so far. */
final class Report {
    private final Set<Problem> problems = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Notes a problem once, unless the part has one of its own that this one only follows from. */
    void problem(String code, Sited<?> document, DocumentPath path, String message, String remedy) {
        if (document.places().isRead(path)) {
            problems.add(new Problem(code, message, document.places().at(path), path.toString(), remedy));
        }
    }

    /** Notes something that does not make the catalog invalid, but should be seen. */
    void warning(String rule, String subject, Sited<?> document, DocumentPath path, String message, String remedy) {
        findings.add(new Finding(
                Severity.WARNING, rule, subject, message, document.places().at(path), remedy));
    }

    List<Problem> problems() {
        return problems.stream().sorted().toList();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
