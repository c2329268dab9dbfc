package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import java.util.Locale;
import java.util.Map;

/** Findings as commands show them. */
final class Findings {
    private Findings() {}

    /** One line: severity, place, what was found and what to do. */
    static String line(Finding finding) {
        return word(finding) + "  " + finding.place() + ": " + finding.message()
                + (finding.remedy().isEmpty() ? "" : " " + finding.remedy());
    }

    static Map<String, Object> document(Finding finding) {
        return Json.object(
                "severity", word(finding),
                "rule", finding.rule(),
                "subject", finding.subject(),
                "message", finding.message(),
                "file", finding.place().file(),
                "line", finding.place().line(),
                "column", finding.place().column(),
                "remedy", finding.remedy());
    }

    private static String word(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
