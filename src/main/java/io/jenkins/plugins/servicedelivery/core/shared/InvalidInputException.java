package io.jenkins.plugins.servicedelivery.core.shared;

import java.util.List;
import java.util.stream.Collectors;

/** What a user wrote has {@link Problem}s; all that could be found are listed, in the order of their places. */
public final class InvalidInputException extends DeliveryException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public InvalidInputException(String tried, List<Problem> problems) {
        super(tried, describe(problems), "Correct what is listed and run again.");
        this.problems = problems.stream().sorted().toList();
    }

    /** All problems, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

    private static String describe(List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return count + problems.stream().sorted().map(p -> "\n  " + p).collect(Collectors.joining()) + "\n";
    }
}
