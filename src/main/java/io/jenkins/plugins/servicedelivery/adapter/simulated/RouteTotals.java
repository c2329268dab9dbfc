package io.jenkins.plugins.servicedelivery.adapter.simulated;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of every request that ever arrived at a service: answered well, answered with an error, or lost.
 *
 * @param arrived all of them
 * @param lost answered by nobody
 * @param versions what each version answered
 */
public record RouteTotals(long arrived, long lost, SortedMap<String, VersionTotals> versions) {
    /** No request yet. */
    static final RouteTotals NONE = new RouteTotals(0, 0, new TreeMap<>());

    public RouteTotals {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /**
     * What one version answered.
     *
     * @param answered all its answers, the errors included
     * @param milliseconds how long all its answers together took
     */
    public record VersionTotals(long answered, long errors, long milliseconds) {
        /** Nothing yet. */
        static final VersionTotals NONE = new VersionTotals(0, 0, 0);

        /** The mean time of an answer; 0 where there was none. */
        public double meanMilliseconds() {
            return answered == 0 ? 0 : (double) milliseconds / answered;
        }

        VersionTotals plus(long moreAnswered, long moreErrors, long latencyMillis) {
            return new VersionTotals(
                    answered + moreAnswered, errors + moreErrors, milliseconds + moreAnswered * latencyMillis);
        }
    }

    /** All answers without an error. */
    public long ok() {
        return answered() - errors();
    }

    /** All answers with an error. */
    public long errors() {
        return versions.values().stream().mapToLong(VersionTotals::errors).sum();
    }

    private long answered() {
        return versions.values().stream().mapToLong(VersionTotals::answered).sum();
    }
}
