package io.jenkins.plugins.servicedelivery.core.release;

/**
 * The exact test of "the candidate's error rate exceeds the stable version's by no more than the tolerance". It asks how
 * probable a difference of the two observed rates as large as the one seen would be. That depends on the stable version's
 * true rate, which nobody knows; by Berger and Boos (JASA 89, 1994) the test takes the worst rate of a confidence interval
 * (Clopper and Pearson, 1934) and adds the probability that the interval misses. So the p-value is valid for every rate
 * and every number of requests.
 */
final class WithinTolerance {
    /** The part of a look's error probability that the interval may take; fixed before any request is seen. */
    private static final double INTERVAL_SHARE = 0.1;

    private static final int CELLS = 64;
    private static final double PLAINLY_ABOVE = 10;

    private final RequestCounts candidate;
    private final RequestCounts stable;
    private final double tolerance;

    WithinTolerance(RequestCounts candidate, RequestCounts stable, double tolerance) {
        this.candidate = candidate;
        this.stable = stable;
        this.tolerance = tolerance;
    }

    /**
     * A bound of the probability, over all candidates within tolerance, to see a difference at least as large as was seen.
     * It is 1 where the difference is within tolerance, or one side has no requests; where it is plainly above what may be
     * spent it is not worked out further.
     *
     * @param alpha what this look may spend
     */
    double pValue(double alpha) {
        if (candidate.total() == 0 || stable.total() == 0 || isDifferenceTolerated()) {
            return 1;
        }
        double gamma = INTERVAL_SHARE * alpha;
        double low = 1 - Binomial.upperBound(stable.total() - stable.errors(), stable.total(), gamma / 2);
        double high = Binomial.upperBound(stable.errors(), stable.total(), gamma / 2);
        double width = (high - low) / CELLS;
        double worst = 0;
        for (int cell = CELLS - 1; cell >= 0 && worst < PLAINLY_ABOVE * alpha; cell--) {
            worst = Math.max(worst, inCell(low + cell * width, low + (cell + 1) * width));
        }
        return Math.min(1, worst + gamma);
    }

    private boolean isDifferenceTolerated() {
        return candidate.errorRate() <= stable.errorRate() + tolerance;
    }

    /**
     * A bound for all stable rates between these two: a large difference is most probable where stable fails as seldom and
     * the candidate as often as the cell allows, so no rate inside can be missed.
     */
    private double inCell(double from, double to) {
        BinomialTable ofStable = BinomialTable.of(stable.total(), from);
        BinomialTable ofCandidate = BinomialTable.of(candidate.total(), Math.min(1, to + tolerance));
        double sum = 0;
        for (long errors = ofStable.first(); errors <= ofStable.last(); errors++) {
            sum += ofStable.exactly(errors) * ofCandidate.atLeast(sameDifference(errors));
        }
        return sum;
    }

    /** The fewest candidate errors that, with this many stable errors, make a difference as large as the one seen. */
    private long sameDifference(long stableErrors) {
        long share = Math.multiplyExact(candidate.total(), stableErrors - stable.errors());
        return candidate.errors() - Math.floorDiv(-share, stable.total());
    }
}
