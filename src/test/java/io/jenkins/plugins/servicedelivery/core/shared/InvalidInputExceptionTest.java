package io.jenkins.plugins.servicedelivery.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {
    @Test
    void shouldListEveryProblemInTheOrderOfTheirPlaces() {
        Problem second = problem("shop.yaml", 9, "the template is missing.");
        Problem first = problem("shop.yaml", 2, "the name is missing.");

        InvalidInputException failure = new InvalidInputException("Reading the catalog", List.of(second, first));

        assertThat(failure)
                .hasMessage("Reading the catalog failed: 2 problems. Correct what is listed and run again."
                        + "\n  shop.yaml:2:1: the name is missing. Add it."
                        + "\n  shop.yaml:9:1: the template is missing. Add it.");
        assertThat(failure.problems()).containsExactly(first, second);
    }

    private static Problem problem(String file, int line, String message) {
        return new Problem("missing", message, new Place(file, line, 1), "", "Add it.");
    }
}
