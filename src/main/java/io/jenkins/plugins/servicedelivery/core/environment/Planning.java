package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.shared.InvalidInputException;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.List;

/** What planning came to: a plan, or everything that stands in its way. */
public sealed interface Planning<P extends Plan> {
    /** The plan that can be carried out. */
    record Planned<P extends Plan>(P plan) implements Planning<P> {}

    /** All the problems, sorted. */
    record Refused<P extends Plan>(List<Problem> problems) implements Planning<P> {
        public Refused {
            problems = problems.stream().sorted().toList();
        }
    }

    /**
     * The plan.
     *
     * @param tried what the plan is for, for example {@code Planning shop/test}
     * @throws InvalidInputException with all the problems where there is none
     */
    default P orThrow(String tried) {
        if (this instanceof Refused<P> refused) {
            throw new InvalidInputException(tried, refused.problems());
        }
        return ((Planned<P>) this).plan();
    }
}
