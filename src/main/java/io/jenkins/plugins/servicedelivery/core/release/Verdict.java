package io.jenkins.plugins.servicedelivery.core.release;

/**
 * What the judge says at one look, and why, in words with all the numbers.
 *
 * @param look the numbers it was said of
 * @param pValue the most probability to see this from a candidate within tolerance, worked out where it is near alpha
 * @param alpha what the look was allowed to spend: the verdict is fail where the p-value is not above it
 */
public record Verdict(Ruling ruling, Look look, double pValue, double alpha, String text) {
    /** What follows from a look. */
    public enum Ruling {
        /** The hold is over, there were enough requests, and nothing speaks against the candidate. */
        PASS,
        /** The candidate is worse than tolerated. */
        FAIL,
        /** The hold and all patience are over, and still it cannot be said. */
        INCONCLUSIVE,
        /** Go on and look again. */
        UNDECIDED
    }
}
