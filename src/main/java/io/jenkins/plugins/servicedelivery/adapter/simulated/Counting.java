package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.adapter.simulated.RouteTotals.VersionTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the requests of one service while nothing changes: which version each one meets, and what becomes of it. Where
 * nothing of that is left to chance they are not looked at one by one, so that a month takes a moment.
 */
final class Counting {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int ALL = 100;

    private final Tally tally;
    private final List<Backend> backends;
    private final int sole;
    private final Draws draws;
    private final long bucketMillis;
    private final long eraOffset;
    private final List<Bucket> buckets;
    private final long[] counts;
    private final long[] sums;
    private long lost;
    private long lostSum;

    /** @param bucketMillis how long the buckets are in which it counts */
    Counting(Tally tally, List<Backend> backends, Draws draws, long bucketMillis) {
        Era era = tally.current().orElseThrow();
        this.tally = tally;
        this.backends = backends;
        this.sole = sole(backends);
        this.draws = draws;
        this.bucketMillis = bucketMillis;
        this.eraOffset = Duration.between(era.from(), tally.origin()).toNanos();
        this.buckets = new ArrayList<>(era.buckets());
        this.counts = new long[2 * backends.size()];
        this.sums = new long[2 * backends.size()];
    }

    /** The tally with every request that arrives before this time. */
    Tally until(Instant end) {
        long next = tally.firstFrom(Duration.between(tally.origin(), end).toNanos());
        long number = tally.arrivals();
        long first = tally.totals().arrived() - tally.arrivals();
        while (number < next) {
            long bucket = (eraOffset + tally.arrival(number)) / (bucketMillis * NANOS_PER_MILLI);
            long over = tally.firstFrom((bucket + 1) * bucketMillis * NANOS_PER_MILLI - eraOffset);
            serve(first + number, first + Math.min(over, next));
            flush(bucket * bucketMillis);
            number = Math.min(over, next);
        }
        return tally.counted(number - tally.arrivals(), totals(number - tally.arrivals()), buckets);
    }

    /** Serves the requests from this number to before that one. */
    private void serve(long from, long to) {
        if (sole >= 0 && !backends.get(sole).serving()) {
            lose(to - from);
        } else if (sole >= 0 && backends.get(sole).errors() == 0) {
            count(2 * sole, to - from);
        } else {
            for (long request = from; request < to; request++) {
                serve(request);
            }
        }
    }

    private void serve(long request) {
        int chosen = sole >= 0 ? sole : choose(draws.unit(2 * request));
        Backend backend = backends.get(chosen);
        if (!backend.serving()) {
            lose(1);
            return;
        }
        count(2 * chosen, 1);
        if (backend.errors() > 0 && draws.unit(2 * request + 1) < backend.errors()) {
            count(2 * chosen + 1, 1);
        }
    }

    /** The one that gets every request, or -1 where several share them. */
    private static int sole(List<Backend> backends) {
        for (int i = 0; i < backends.size(); i++) {
            if (backends.get(i).weight().percent() == ALL) {
                return i;
            }
        }
        return -1;
    }

    private int choose(double draw) {
        double percent = draw * 100;
        int chosen = 0;
        int sum = backends.get(0).weight().percent();
        while (percent >= sum) {
            chosen++;
            sum += backends.get(chosen).weight().percent();
        }
        return chosen;
    }

    private void count(int index, long more) {
        counts[index] += more;
        sums[index] += more;
    }

    private void lose(long more) {
        lost += more;
        lostSum += more;
    }

    private void flush(long from) {
        Bucket counted = new Bucket(
                from, bucketMillis, lost, Arrays.stream(counts).boxed().toList());
        Bucket last = buckets.isEmpty() ? null : buckets.get(buckets.size() - 1);
        if (last != null && last.from() == counted.from()) {
            buckets.set(buckets.size() - 1, last.plus(counted));
        } else {
            buckets.add(counted);
        }
        Arrays.fill(counts, 0);
        lost = 0;
    }

    private RouteTotals totals(long arrived) {
        SortedMap<String, VersionTotals> versions = new TreeMap<>(tally.totals().versions());
        for (int i = 0; i < backends.size(); i++) {
            Backend backend = backends.get(i);
            VersionTotals before = versions.getOrDefault(backend.version(), VersionTotals.NONE);
            versions.put(
                    backend.version(),
                    before.plus(sums[2 * i], sums[2 * i + 1], backend.latency().toMillis()));
        }
        return new RouteTotals(
                tally.totals().arrived() + arrived, tally.totals().lost() + lostSum, versions);
    }
}
