package io.jenkins.plugins.servicedelivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
    private static final Problem PROBLEM = new Problem(
            "unknown-service",
            "there is no service \"ordes\".",
            new Place("shop.yaml", 14, 7),
            "services",
            "Did you mean \"orders\"?");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new InvalidInputException("Reading the catalog", List.of(PROBLEM)), ExitCode.INVALID),
                Arguments.of(new RefusedException("Starting", "it is held", "Wait."), ExitCode.REFUSED),
                Arguments.of(new DeniedException("Pushing", "the password is wrong", "Check it."), ExitCode.REFUSED),
                Arguments.of(new FencedException("Writing", "another took over", "Stop."), ExitCode.REFUSED),
                Arguments.of(new UnavailableException("Asking", "no answer", "Try again."), ExitCode.UNAVAILABLE),
                Arguments.of(new ConflictException("Writing", "it changed", "Try again."), ExitCode.UNAVAILABLE),
                Arguments.of(new FailedException("Building", "javac failed", "Read on."), ExitCode.FAILED),
                Arguments.of(new InterruptedException("stopped"), ExitCode.INTERRUPTED),
                Arguments.of(new IllegalStateException("never"), ExitCode.INTERNAL));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldEndWithTheDocumentedExitCode(Throwable thrown, ExitCode expected) {
        Failure failure = Failure.of(thrown);

        assertThat(failure.exitCode()).isEqualTo(expected);
        assertThat(error(failure).get("exitCode").asInt()).isEqualTo(expected.number());
    }

    @Test
    void shouldTellScriptsWhatWasTriedAndWhatToDo() {
        Failure failure = Failure.of(new UnavailableException("Pushing shop/orders", "no answer", "Try again."));

        JsonNode error = error(failure);
        assertThat(error.get("tried").asText()).isEqualTo("Pushing shop/orders");
        assertThat(error.get("because").asText()).isEqualTo("no answer");
        assertThat(error.get("remedy").asText()).isEqualTo("Try again.");
        assertThat(error.get("retryable").asBoolean()).isTrue();
    }

    @Test
    void shouldListEveryProblemWithItsPlace() {
        Failure failure = Failure.of(new InvalidInputException("Reading the catalog", List.of(PROBLEM, PROBLEM)));

        JsonNode problems = error(failure).get("problems");
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0).get("file").asText()).isEqualTo("shop.yaml");
        assertThat(problems.get(0).get("line").asInt()).isEqualTo(14);
        assertThat(failure.message()).contains("shop.yaml:14:7").contains("Did you mean \"orders\"?");
    }

    private static JsonNode error(Failure failure) {
        return new ObjectMapper().valueToTree(failure.document()).get("error");
    }
}
