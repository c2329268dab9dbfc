package io.jenkins.plugins.servicedelivery.core.release;

/**
 * The exact test of "the candidate's error rate exceeds the stable version's by no more than the tolerance". The stable
 * version's rate is not known, only estimated; by Berger and Boos (JASA 89, 1994) the test takes the worst rate of a
 * confidence interval for it and adds the probability that the interval misses, which keeps the p-value valid for every
 * rate and every number of requests, zero included.
 */
final class WithinTolerance {
    /** The part of a look's error probability that the interval may take; fixed before any request is seen. */
    private static final double INTERVAL_SHARE = 0.25;

    private WithinTolerance() {}

    /**
     * The most probability, over all candidates within tolerance, to see at least as many errors as were seen.
     *
     * @param alpha what this look may spend
     */
    static double pValue(RequestCounts candidate, RequestCounts stable, double tolerance, double alpha) {
        double gamma = INTERVAL_SHARE * alpha;
        double worstStable = Binomial.upperBound(stable.errors(), stable.total(), gamma);
        double worstWithinTolerance = Math.min(1, worstStable + tolerance);
        return Math.min(1, Binomial.atLeast(candidate.errors(), candidate.total(), worstWithinTolerance) + gamma);
    }
}
