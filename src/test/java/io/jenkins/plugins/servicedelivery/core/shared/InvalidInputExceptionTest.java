package io.jenkins.plugins.servicedelivery.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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

    @Test
    void shouldKeepItsMessageWhenItIsStored() throws Exception {
        InvalidInputException failure = new InvalidInputException(
                "Reading the catalog", List.of(problem("shop.yaml", 2, "the name is missing.")));

        InvalidInputException copy = copy(failure);

        assertThat(copy).hasMessage(failure.getMessage());
        assertThat(copy.problems()).isEmpty();
    }

    private static InvalidInputException copy(InvalidInputException failure) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (InvalidInputException) in.readObject();
        }
    }

    private static Problem problem(String file, int line, String message) {
        return new Problem("missing", message, new Place(file, line, 1), "", "Add it.");
    }
}
