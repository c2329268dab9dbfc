package io.jenkins.plugins.servicedelivery.core.shared;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.stream.Collectors;

/** What a user wrote has {@link Problem}s; all that could be found are listed, in the order of their places. */
public final class InvalidInputException extends DeliveryException {
    private static final long serialVersionUID = 1L;
    private static final String REMEDY = "Correct what is listed and run again.";

    @CheckForNull
    private final transient List<Problem> problems;

    private final String listing;

    public InvalidInputException(String tried, List<Problem> problems) {
        super(tried, problems.size() == 1 ? "1 problem" : problems.size() + " problems", REMEDY);
        List<Problem> sorted = problems.stream().sorted().toList();
        this.problems = sorted;
        this.listing = sorted.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
    }

    /** All problems, sorted by place. A copy that was stored or sent has none: they stand in its message. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** The sentence, and below it a line for each problem. */
    @Override
    public String getMessage() {
        return super.getMessage() + listing;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
