package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A failure on its way from one machine to another: texts and numbers only, because a cause may be of a class that the
 * other side must not or cannot load.
 *
 * @param details the stack trace, for whoever maintains the product
 */
public record AgentFailure(
        Kind kind, String tried, String because, String remedy, List<Mistake> mistakes, String details)
        implements Serializable {
    private static final int MOST_CHARACTERS = 200_000;

    /** What is known of a failure beside its texts. */
    public enum Kind {
        INVALID,
        FAILED,
        UNAVAILABLE,
        DENIED,
        REFUSED,
        CONFLICT
    }

    /** A {@link Problem} in plain values. */
    public record Mistake(String code, String message, String file, int line, int column, String path, String remedy)
            implements Serializable {
        private static Mistake of(Problem problem) {
            Place place = problem.place();
            return new Mistake(
                    problem.code(),
                    problem.message(),
                    place.file(),
                    place.line(),
                    place.column(),
                    problem.path(),
                    problem.remedy());
        }

        private Problem problem() {
            return new Problem(code, message, new Place(file, line, column), path, remedy);
        }
    }

    /** An expected failure. */
    static AgentFailure of(DeliveryException failure) {
        List<Mistake> mistakes = new ArrayList<>();
        if (failure instanceof InvalidInputException invalid) {
            invalid.problems().forEach(problem -> mistakes.add(Mistake.of(problem)));
        }
        return new AgentFailure(
                kind(failure), failure.tried(), failure.because(), failure.remedy(), mistakes, trace(failure));
    }

    /** A mistake in the product. */
    static AgentFailure ofMistake(String tried, Throwable thrown) {
        return new AgentFailure(
                Kind.FAILED,
                tried,
                "there is a mistake in the product (" + thrown + ")",
                "Report it with what the log of " + AgentWork.class.getName() + " says at the level FINE.",
                new ArrayList<>(),
                trace(thrown));
    }

    /** The failure as this side knows it. */
    public DeliveryException toException() {
        return switch (kind) {
            case INVALID ->
                new InvalidInputException(
                        tried, mistakes.stream().map(Mistake::problem).toList());
            case UNAVAILABLE -> new UnavailableException(tried, because, remedy);
            case DENIED -> new DeniedException(tried, because, remedy);
            case REFUSED -> new RefusedException(tried, because, remedy);
            case CONFLICT -> new ConflictException(tried, because, remedy);
            case FAILED -> new FailedException(tried, because, remedy);
        };
    }

    private static Kind kind(DeliveryException failure) {
        if (failure instanceof InvalidInputException) {
            return Kind.INVALID;
        }
        if (failure instanceof UnavailableException) {
            return Kind.UNAVAILABLE;
        }
        if (failure instanceof DeniedException) {
            return Kind.DENIED;
        }
        if (failure instanceof RefusedException) {
            return Kind.REFUSED;
        }
        return failure instanceof ConflictException ? Kind.CONFLICT : Kind.FAILED;
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.getBuffer().length() <= MOST_CHARACTERS
                ? text.toString()
                : text.getBuffer().substring(0, MOST_CHARACTERS);
    }
}
