package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgentFailureTest {
    @ParameterizedTest
    @MethodSource("failures")
    void shouldBeTheSameFailureOnTheOtherSide(DeliveryException failure) throws Exception {
        DeliveryException received = crossed(AgentFailure.of(failure)).toException();

        assertThat(received)
                .hasSameClassAs(failure)
                .hasMessage(failure.getMessage())
                .hasNoCause();
        assertThat(received.remedy()).isEqualTo(failure.remedy());
    }

    @Test
    void shouldCarryEveryProblemWithItsPlace() throws Exception {
        Problem problem = new Problem("bad", "It is bad.", new Place("catalog.yaml", 7, 3), "services.one", "Mend it.");

        DeliveryException received = crossed(AgentFailure.of(new InvalidInputException("Reading", List.of(problem))))
                .toException();

        assertThat(((InvalidInputException) received).problems()).containsExactly(problem);
    }

    /** A cause may be of a class that the controller must not load, so only its text goes along, for the log. */
    @Test
    void shouldLeaveTheCauseBehind() throws Exception {
        AgentFailure failure = AgentFailure.of(new FailedException("A", "b", "C.", new Unserializable()));

        assertThat(crossed(failure).details()).contains("Unserializable: only here");
    }

    @Test
    void shouldSayThatAMistakeIsOne() {
        DeliveryException shown = AgentFailure.ofMistake("Building images", new IllegalStateException("odd"))
                .toException();

        assertThat(shown)
                .hasMessageStartingWith("Building images failed: there is a mistake in the product")
                .hasMessageContaining("odd");
    }

    static Stream<DeliveryException> failures() {
        return Stream.of(
                new FailedException("A", "b", "C."),
                new UnavailableException("A", "b", "C."),
                new DeniedException("A", "b", "C."),
                new RefusedException("A", "b", "C."),
                new ConflictException("A", "b", "C."));
    }

    private static AgentFailure crossed(AgentFailure failure) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(failure);
        return (AgentFailure) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    private static final class Unserializable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Object field = new Object();

        Unserializable() {
            super("only here");
        }
    }
}
