package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Holding;
import java.time.Duration;
import java.time.Instant;

/** Puts what a release sees at a look before the judge, and says when the next look is due. */
final class ReleaseLook {
    private ReleaseLook() {}

    static Verdict verdict(ReleasePlan plan, Holding holding, ReleaseObservation seen, Instant now) {
        Look look = new Look(
                holding.at().looks() + 1,
                Duration.between(holding.windowFrom(), now),
                seen.reading().candidate(),
                seen.reading().stable(),
                obstacle(seen));
        return new Judge(plan.strategy()).judge(holding.at().step(), look);
    }

    /** The first time on the strategy's beat that is still to come; beats that nobody was there for are not made up. */
    static Instant nextAfter(ReleasePlan plan, Instant windowFrom, Instant now) {
        Duration interval = plan.strategy().judge().interval();
        long beats = Duration.between(windowFrom, now).dividedBy(interval);
        return windowFrom.plus(interval.multipliedBy(beats + 1));
    }

    private static String obstacle(ReleaseObservation seen) {
        if (!seen.reading().trouble().isEmpty()) {
            return "the metric source does not answer (" + seen.reading().trouble() + ")";
        }
        if (!seen.candidate().isReady()) {
            return "not all of the candidate is there (" + seen.candidate().condition() + ")";
        }
        return seen.stable().isReady()
                ? ""
                : "not all of stable is there (" + seen.stable().condition() + ")";
    }
}
