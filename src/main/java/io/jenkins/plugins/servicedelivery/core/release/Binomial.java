package io.jenkins.plugins.servicedelivery.core.release;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.AllowedSolution;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.special.Beta;

/**
 * Exact probabilities of the binomial distribution, also far out in the tails: both tails are computed as incomplete beta
 * functions of their own and never as one minus the other, so that a tail of 1e-12 keeps its digits.
 */
final class Binomial {
    private static final double SMALLEST = 1e-15;
    private static final double ACCURACY = 1e-13;
    private static final int MOST_EVALUATIONS = 500;

    private Binomial() {}

    /** The probability of at least {@code successes} in {@code trials}. */
    static double atLeast(long successes, long trials, double probability) {
        if (successes <= 0) {
            return 1;
        }
        if (probability <= 0 || successes > trials) {
            return 0;
        }
        return probability >= 1 ? 1 : Beta.regularizedBeta(probability, successes, trials - successes + 1.0);
    }

    /** The probability of at most {@code successes} in {@code trials}. */
    static double atMost(long successes, long trials, double probability) {
        return atLeast(trials - successes, trials, 1 - probability);
    }

    /**
     * The upper end of the one-sided confidence interval of Clopper and Pearson (1934): the largest probability under
     * which at most this many successes still happen with probability {@code level}. Never smaller than the exact value.
     */
    static double upperBound(long successes, long trials, double level) {
        if (successes >= trials) {
            return 1;
        }
        if (successes == 0) {
            return -Math.expm1(Math.log(level) / trials);
        }
        // the logarithm makes the curve nearly straight, which halves the steps
        UnivariateFunction excess = p -> Math.log(Math.max(Double.MIN_NORMAL, atMost(successes, trials, p)) / level);
        double low = (double) successes / trials;
        return new BracketingNthOrderBrentSolver(ACCURACY, SMALLEST, SMALLEST, 5)
                .solve(MOST_EVALUATIONS, excess, low, 1 - SMALLEST, AllowedSolution.BELOW_SIDE);
    }
}
