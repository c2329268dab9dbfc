package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.util.List;

/**
 * A kind of the catalog: how a release moves from stable to candidate.
 *
 * @param steps in order, rising weights below 100; after the last one the candidate is promoted
 * @param readyWithin how long the candidate may take to become ready
 * @param inEffectWithin how long a written route may take to be in effect
 * @param keep how long the old version stays after promotion, so that a rollback is instant
 * @param abandonAfter how long nobody may have driven the release, beyond its claim's term, before a caretaker brings
 *     it back to stable
 */
public record ReleaseStrategy(
        Name name,
        List<Step> steps,
        JudgeSettings judge,
        Duration readyWithin,
        Duration inEffectWithin,
        Duration keep,
        Duration abandonAfter) {
    public ReleaseStrategy {
        steps = List.copyOf(steps);
    }

    /**
     * One weight of the candidate.
     *
     * @param hold how long it is held and judged
     * @param manual wait for a person after the hold, whatever the verdict
     */
    public record Step(Weight weight, Duration hold, boolean manual) {}

    /** What becomes of a release that cannot be judged. */
    public enum Inconclusive {
        PAUSE,
        ROLLBACK
    }

    /**
     * How a candidate is judged. See {@code docs/user/judge.md} for the method.
     *
     * @param interval time between two looks
     * @param warmUp time after a route is in effect that no window includes
     * @param errorTolerance by how much the candidate's error rate may exceed the stable version's, 0 to 1
     * @param minimumRequests how many requests each of the two versions must have answered in a window before the
     *     candidate can pass
     * @param falseAlarm the most probability, over the whole release, that a candidate within tolerance is rolled back
     * @param patience how long a hold may be extended to reach the minimum, before the release is inconclusive
     */
    public record JudgeSettings(
            Duration interval,
            Duration warmUp,
            double errorTolerance,
            long minimumRequests,
            double falseAlarm,
            Duration patience,
            Inconclusive inconclusive) {}
}
