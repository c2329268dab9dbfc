package io.jenkins.plugins.servicedelivery.core.release;

import java.util.Arrays;

/**
 * A binomial distribution written out around its most probable value, as far as its probabilities are above 1e-18 of the
 * largest. Neighbours are computed from each other and the whole is divided by its sum, so that no large logarithm of a
 * factorial costs digits, however many trials there are.
 */
final class BinomialTable {
    private static final double NEGLIGIBLE = 1e-18;
    private static final int SMALL = 64;

    private final long first;
    private final double[] probability;
    private final double[] atLeast;

    private BinomialTable(long first, double[] relative) {
        this.first = first;
        this.probability = relative;
        this.atLeast = new double[relative.length];
        double sum = 0;
        for (int i = relative.length - 1; i >= 0; i--) {
            sum += relative[i];
            atLeast[i] = sum;
        }
        for (int i = 0; i < relative.length; i++) {
            probability[i] /= sum;
            atLeast[i] /= sum;
        }
    }

    static BinomialTable of(long trials, double chance) {
        if (chance <= 0 || chance >= 1) {
            return new BinomialTable(chance <= 0 ? 0 : trials, new double[] {1});
        }
        long mode = Math.min(trials, (long) Math.floor((trials + 1) * chance));
        double odds = chance / (1 - chance);
        double[] below = new double[SMALL];
        int down = 0;
        double value = 1;
        for (long k = mode; k > 0 && value > NEGLIGIBLE; k--) {
            value *= k / ((trials - k + 1.0) * odds);
            below = roomFor(down, below);
            below[down++] = value;
        }
        double[] relative = new double[down + SMALL];
        for (int i = 0; i < down; i++) {
            relative[i] = below[down - 1 - i];
        }
        int size = down;
        relative[size++] = 1;
        value = 1;
        for (long k = mode; k < trials && value > NEGLIGIBLE; k++) {
            value *= (trials - k) * odds / (k + 1.0);
            relative = roomFor(size, relative);
            relative[size++] = value;
        }
        return new BinomialTable(mode - down, Arrays.copyOf(relative, size));
    }

    private static double[] roomFor(int index, double[] values) {
        return index < values.length ? values : Arrays.copyOf(values, 2 * values.length);
    }

    /** The smallest number of successes that is written out. */
    long first() {
        return first;
    }

    /** The largest number of successes that is written out. */
    long last() {
        return first + probability.length - 1;
    }

    /** The probability of exactly this many successes, which must be written out. */
    double exactly(long successes) {
        return probability[(int) (successes - first)];
    }

    /** The probability of at least this many successes. */
    double atLeast(long successes) {
        if (successes <= first) {
            return 1;
        }
        return successes > last() ? 0 : atLeast[(int) (successes - first)];
    }
}
