package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time during which one division of a service's requests was in effect, and what was counted in it. An era begins
 * its buckets anew, so that no bucket holds requests of two divisions.
 *
 * @param to empty while it lasts
 * @param route how the requests were divided; its versions, in order, are the columns of every bucket
 */
record Era(Instant from, Optional<Instant> to, Route route, List<Bucket> buckets) {
    /** The exactness of fresh numbers: how long a bucket is at first. */
    static final long FINE = 1_000;

    private static final long MINUTE = 60_000;
    private static final long COARSE = 10 * MINUTE;
    private static final Duration QUIET_FINE_FOR = Duration.ofMinutes(2);
    private static final Duration FINE_FOR = Duration.ofHours(1);

    /** How long numbers are kept at all; the totals are kept for ever. */
    static final Duration KEPT_FOR = Duration.ofDays(2);

    Era {
        buckets = List.copyOf(buckets);
    }

    /** The versions among which requests were divided. */
    List<String> versions() {
        return List.copyOf(route.weights().keySet());
    }

    /** The era, over at this time. */
    Era endedAt(Instant end) {
        return new Era(from, Optional.of(end), route, buckets);
    }

    /** The era with these buckets. */
    Era with(List<Bucket> others) {
        return new Era(from, to, route, others);
    }

    /** Whether a bucket lies wholly inside a window. */
    boolean isInside(Bucket bucket, Instant windowFrom, Instant windowTo) {
        return !startOf(bucket).isBefore(windowFrom) && !endOf(bucket).isAfter(windowTo);
    }

    /** Whether the era shares at least one whole bucket's time with a window. */
    boolean covers(Instant windowFrom, Instant windowTo) {
        Instant begin = from.isAfter(windowFrom) ? from : windowFrom;
        Instant end = to.filter(ended -> ended.isBefore(windowTo)).orElse(windowTo);
        boolean whole = to.isPresent() && to.get().equals(end) && from.equals(begin);
        return begin.isBefore(end) && (whole || !begin.plusMillis(FINE).isAfter(end));
    }

    /** How long the buckets are that are left at a present of what was counted until then, in milliseconds. */
    static long fineness(Instant until, Instant present) {
        return until.plus(FINE_FOR).plusMillis(COARSE).isBefore(present) ? COARSE : FINE;
    }

    /** The era with old buckets put together to longer ones, and those that are too old left out. */
    Era compacted(Instant now) {
        long present = Duration.between(from, now).toMillis();
        List<Bucket> kept = new ArrayList<>();
        for (Bucket bucket : buckets) {
            if (present - bucket.end() < KEPT_FOR.toMillis()) {
                addOrMerge(kept, aged(bucket, present));
            }
        }
        return with(kept);
    }

    /** Whether it ended so long ago that nothing of it is kept. */
    boolean isForgotten(Instant now) {
        return to.filter(end -> end.plus(KEPT_FOR).isBefore(now)).isPresent();
    }

    private Bucket aged(Bucket bucket, long present) {
        if (present - bucket.endAmong(COARSE) > FINE_FOR.toMillis()) {
            return bucket.widened(COARSE);
        }
        boolean quiet = route.weights().size() < 2;
        return quiet && present - bucket.endAmong(MINUTE) > QUIET_FINE_FOR.toMillis() ? bucket.widened(MINUTE) : bucket;
    }

    private static void addOrMerge(List<Bucket> kept, Bucket bucket) {
        Bucket last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (last != null && last.from() == bucket.from()) {
            kept.set(kept.size() - 1, last.plus(bucket));
        } else {
            kept.add(bucket);
        }
    }

    private Instant startOf(Bucket bucket) {
        return from.plusMillis(bucket.from());
    }

    private Instant endOf(Bucket bucket) {
        Instant end = from.plusMillis(bucket.end());
        return to.filter(ended -> ended.isBefore(end)).orElse(end);
    }
}
