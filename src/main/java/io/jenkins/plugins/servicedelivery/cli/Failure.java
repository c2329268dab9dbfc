package io.jenkins.plugins.servicedelivery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.List;
import java.util.Locale;

/**
 * A command that came to nothing, told once for people and once for scripts.
 *
 * @param message one clear message without a stack trace
 */
record Failure(ExitCode exitCode, String message, ObjectNode document) {
    static Failure of(Throwable thrown) {
        ExitCode exitCode = ExitCode.of(thrown);
        String message = message(exitCode, thrown);
        ObjectNode error = error(exitCode, message);
        if (thrown instanceof DeliveryException broken) {
            error.put("tried", broken.tried());
            error.put("because", broken.because().strip());
            error.put("remedy", broken.remedy());
            error.put("retryable", broken.isRetryable());
        }
        if (thrown instanceof InvalidInputException invalid) {
            error.set("problems", problems(invalid.problems()));
        }
        return new Failure(exitCode, message, document(error));
    }

    static Failure ofUsage(String message) {
        return new Failure(ExitCode.USAGE, message, document(error(ExitCode.USAGE, message)));
    }

    /** The problems as scripts get them, also where they are no failure. */
    static ArrayNode problems(List<Problem> problems) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Problem problem : problems) {
            all.addObject()
                    .put("code", problem.code())
                    .put("message", problem.message())
                    .put("file", problem.place().file())
                    .put("line", problem.place().line())
                    .put("column", problem.place().column())
                    .put("path", problem.path())
                    .put("remedy", problem.remedy());
        }
        return all;
    }

    private static String message(ExitCode exitCode, Throwable thrown) {
        return switch (exitCode) {
            case INTERRUPTED -> "Interrupted. What was begun is recorded; the same command takes it up again.";
            case INTERNAL ->
                "This is a mistake in the product: " + thrown + ". Please report it with what --debug shows.";
            default -> thrown.getMessage().strip();
        };
    }

    private static ObjectNode error(ExitCode exitCode, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", exitCode.name().toLowerCase(Locale.ROOT))
                .put("exitCode", exitCode.number())
                .put("message", message);
    }

    private static ObjectNode document(ObjectNode error) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("error", error);
        return document;
    }
}
