package io.jenkins.plugins.servicedelivery.core.traffic;

/** A share of a service's requests in whole per cent, 0 to 100. */
public record Weight(int percent) implements Comparable<Weight> {
    public static final Weight NONE = new Weight(0);
    public static final Weight ALL = new Weight(100);

    public Weight {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a weight is 0 to 100 per cent, not " + percent);
        }
    }

    /** What is left for the others. */
    public Weight rest() {
        return new Weight(100 - percent);
    }

    @Override
    public int compareTo(Weight other) {
        return Integer.compare(percent, other.percent);
    }

    @Override
    public String toString() {
        return percent + " %";
    }
}
