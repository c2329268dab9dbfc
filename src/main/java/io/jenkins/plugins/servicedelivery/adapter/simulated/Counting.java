package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.adapter.simulated.RouteTotals.VersionTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the requests of one service while nothing changes: which version each one meets, and what becomes of it. */
final class Counting {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Tally tally;
    private final List<Backend> backends;
    private final Draws draws;
    private final long eraOffset;
    private final List<Bucket> buckets;
    private final long[] counts;
    private final long[] sums;
    private long lost;
    private long lostSum;
    private long bucket = -1;

    Counting(Tally tally, List<Backend> backends, Draws draws) {
        Era era = tally.current().orElseThrow();
        this.tally = tally;
        this.backends = backends;
        this.draws = draws;
        this.eraOffset = Duration.between(era.from(), tally.origin()).toNanos();
        this.buckets = new ArrayList<>(era.buckets());
        this.counts = new long[2 * backends.size()];
        this.sums = new long[2 * backends.size()];
    }

    /** The tally with every request that arrives before this time. */
    Tally until(Instant end) {
        long limit = Duration.between(tally.origin(), end).toNanos();
        long number = tally.arrivals();
        long first = tally.totals().arrived() - tally.arrivals();
        while (tally.arrival(number) < limit) {
            moveTo((eraOffset + tally.arrival(number)) / NANOS_PER_MILLI / Era.FINE);
            serve(first + number);
            number++;
        }
        flush();
        return tally.counted(number - tally.arrivals(), totals(number - tally.arrivals()), buckets);
    }

    private void serve(long request) {
        int chosen = choose(draws.unit(2 * request));
        if (!backends.get(chosen).serving()) {
            lost++;
            lostSum++;
            return;
        }
        count(2 * chosen);
        if (draws.unit(2 * request + 1) < backends.get(chosen).errors()) {
            count(2 * chosen + 1);
        }
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

    private void count(int index) {
        counts[index]++;
        sums[index]++;
    }

    private void moveTo(long index) {
        if (index != bucket) {
            flush();
            bucket = index;
        }
    }

    private void flush() {
        if (bucket < 0) {
            return;
        }
        Bucket counted = new Bucket(
                bucket * Era.FINE, Era.FINE, lost, Arrays.stream(counts).boxed().toList());
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
