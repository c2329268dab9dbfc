package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.delivery.ReleaseOutcome;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Releases in words and as documents. */
record ReleaseAnswer(Name service, String clusterName) {
    /** What is about to happen. */
    List<String> plan(ReleasePlan plan) {
        String steps = plan.strategy().steps().stream()
                .map(step -> step.weight() + (step.manual() ? " (manual)" : ""))
                .collect(Collectors.joining(", "));
        return List.of(
                "Plan for " + service + " in " + plan.owner() + ": "
                        + plan.stable().name() + " -> " + plan.candidate().name(),
                "  strategy " + plan.strategy().name() + ": " + steps + ", then all requests");
    }

    Answer of(ReleaseOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(outcome.version() + " " + words(outcome.result()) + " on the " + clusterName + ".");
        if (!outcome.reason().isBlank()) {
            lines.add("  " + outcome.reason());
        }
        outcome.served()
                .ifPresent(served -> lines.add("  " + served.total() + " requests to " + service
                        + " since the release began: " + served.errors() + " answered with an error, " + served.lost()
                        + " lost."));
        return new Answer(exitCode(outcome.result()), lines, document(outcome));
    }

    /** The answer where the rollback was what somebody wanted, and is no verdict. */
    Answer ofWantedRollback(ReleaseOutcome outcome) {
        Answer told = of(outcome);
        boolean done = outcome.result() == ReleaseOutcome.Result.ROLLED_BACK;
        return new Answer(done ? ExitCode.DONE : ExitCode.NO, told.lines(), told.document());
    }

    private static String words(ReleaseOutcome.Result result) {
        return switch (result) {
            case PROMOTED -> "was promoted";
            case ROLLED_BACK -> "was rolled back";
            case PAUSED -> "is paused and waits for a person";
            case ALREADY_LIVE -> "is the live version already; nothing was done";
        };
    }

    private static ExitCode exitCode(ReleaseOutcome.Result result) {
        return switch (result) {
            case PROMOTED, ALREADY_LIVE -> ExitCode.DONE;
            case ROLLED_BACK -> ExitCode.NO;
            case PAUSED -> ExitCode.PAUSED;
        };
    }

    private Map<String, Object> document(ReleaseOutcome outcome) {
        return Json.object(
                "service", service.value(),
                "result", outcome.result().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "version", outcome.version(),
                "record", outcome.record().map(Object::toString).orElse(null),
                "reason", outcome.reason(),
                "served", outcome.served().map(ReleaseAnswer::document).orElse(null),
                "simulated", true);
    }

    private static Map<String, Object> document(RouteCounts served) {
        return Json.object("total", served.total(), "errors", served.errors(), "lost", served.lost());
    }
}
