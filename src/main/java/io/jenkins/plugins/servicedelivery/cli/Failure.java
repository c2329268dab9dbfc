package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command that came to nothing, told once for people and once for scripts.
 *
 * @param message one clear message without a stack trace
 */
record Failure(ExitCode exitCode, String message, Map<String, Object> document) {
    /** What is said when a command is stopped from outside. */
    static final String INTERRUPTION = "Interrupted. What was begun is recorded; the same command takes it up again.";

    static Failure of(Throwable thrown) {
        ExitCode exitCode = ExitCode.of(thrown);
        String message = message(exitCode, thrown);
        Map<String, Object> error = error(exitCode, message);
        if (thrown instanceof DeliveryException broken) {
            error.put("tried", broken.tried());
            error.put("because", broken.because().strip());
            error.put("remedy", broken.remedy());
            error.put("retryable", broken.isRetryable());
        }
        if (thrown instanceof InvalidInputException invalid) {
            error.put("problems", problems(invalid.problems()));
        }
        return new Failure(exitCode, message, Json.object("error", error));
    }

    static Failure ofUsage(String message) {
        return new Failure(ExitCode.USAGE, message, Json.object("error", error(ExitCode.USAGE, message)));
    }

    private static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> Json.object(
                        "code", problem.code(),
                        "message", problem.message(),
                        "file", problem.place().file(),
                        "line", problem.place().line(),
                        "column", problem.place().column(),
                        "path", problem.path(),
                        "remedy", problem.remedy()))
                .toList();
    }

    private static String message(ExitCode exitCode, Throwable thrown) {
        return switch (exitCode) {
            case INTERRUPTED -> INTERRUPTION;
            case INTERNAL ->
                "This is a mistake in the product: " + thrown + ". Please report it with what --debug shows.";
            default ->
                thrown instanceof InvalidInputException invalid
                        ? list(invalid)
                        : thrown.getMessage().strip();
        };
    }

    private static String list(InvalidInputException invalid) {
        int count = invalid.problems().size();
        String problems = invalid.problems().stream()
                .map(problem -> "  " + problem + "\n")
                .collect(Collectors.joining());
        return invalid.tried() + " failed: " + (count == 1 ? "1 problem" : count + " problems") + ".\n" + problems
                + invalid.remedy();
    }

    private static Map<String, Object> error(ExitCode exitCode, String message) {
        return Json.object(
                "code", exitCode.name().toLowerCase(Locale.ROOT),
                "exitCode", exitCode.number(),
                "message", message);
    }
}
