package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a demo came to, added up from the documents of its commands. */
final class DemoNumbers {
    private final List<Map<String, Object>> promoted = new ArrayList<>();
    private final List<Map<String, Object>> rolledBack = new ArrayList<>();
    private long total;
    private long errors;
    private long lost;

    void add(String command, Map<String, Object> document) {
        if (command.equals("release")) {
            addRelease(document);
        } else if (command.equals("status")) {
            objects(document, "environments").stream()
                    .flatMap(environment -> objects(environment, "services").stream())
                    .forEach(service -> addRequests(object(service, "requests")));
        }
    }

    /** Whether one release was promoted, one was rolled back, and no request was lost. */
    boolean areWell() {
        return promoted.size() == 1 && rolledBack.size() == 1 && total > 0 && lost == 0;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("What came of it (simulated):");
        promoted.forEach(release -> lines.add("  promoted:    " + release.get("version")));
        rolledBack.forEach(
                release -> lines.add("  rolled back: " + release.get("version") + ", " + release.get("reason")));
        lines.add("  requests:    " + total + " in all environments, " + errors + " answered with an error, " + lost
                + " lost");
        return lines;
    }

    Map<String, Object> document() {
        return Json.object(
                "simulated",
                true,
                "promoted",
                promoted,
                "rolledBack",
                rolledBack,
                "requests",
                Json.object("total", total, "errors", errors, "lost", lost));
    }

    private void addRelease(Map<String, Object> document) {
        if (document.get("result").equals("promoted")) {
            promoted.add(document);
        } else if (document.get("result").equals("rolled back")) {
            rolledBack.add(document);
        }
    }

    private void addRequests(Map<String, Object> requests) {
        total += (Long) requests.get("total");
        errors += (Long) requests.get("errors");
        lost += (Long) requests.get("lost");
    }

    @SuppressWarnings("unchecked") // documents are made of maps with texts as keys
    private static Map<String, Object> object(Map<String, Object> document, String field) {
        return (Map<String, Object>) document.get(field);
    }

    @SuppressWarnings("unchecked") // as above, in lists
    private static List<Map<String, Object>> objects(Map<String, Object> document, String field) {
        return (List<Map<String, Object>>) document.get(field);
    }
}
