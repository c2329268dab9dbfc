package io.jenkins.plugins.servicedelivery.core.shared;

import java.util.List;
import java.util.stream.Collectors;

/** What a user wrote has {@link Problem}s; all that could be found are listed, in the order of their places. */
public final class InvalidInputException extends DeliveryException {
    private static final long serialVersionUID = 1L;
    private static final String REMEDY = "Correct what is listed and run again.";
    private final transient List<Problem> problems;

    public InvalidInputException(String tried, List<Problem> problems) {
        super(tried, problems.size() == 1 ? "1 problem" : problems.size() + " problems", REMEDY);
        this.problems = problems.stream().sorted().toList();
    }

    /** All problems, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }

    /** The sentence, and below it a line for each problem. */
    @Override
    public String getMessage() {
        return super.getMessage() + problems.stream().map(p -> "\n  " + p).collect(Collectors.joining());
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
