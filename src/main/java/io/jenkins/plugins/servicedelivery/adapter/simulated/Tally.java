package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.release.RequestCounts;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.release.Window;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The counted requests of one service.
 *
 * @param origin when the first request of the present rate arrived
 * @param rate requests per second since then
 * @param arrivals how many have arrived since then
 */
record Tally(Instant origin, double rate, long arrivals, RouteTotals totals, List<Era> eras) {
    private static final double NANOS = 1e9;

    Tally {
        eras = List.copyOf(eras);
    }

    /** Nothing counted yet. */
    static Tally fresh(Instant now, double rate) {
        return new Tally(now, rate, 0, RouteTotals.NONE, List.of());
    }

    /** When the request of this number, counted from the origin, arrives, in nanoseconds from the origin. */
    long arrival(long number) {
        return (long) (number * (NANOS / rate));
    }

    /** The number of the first request that arrives at this time, in nanoseconds from the origin, or later. */
    long firstFrom(long nanos) {
        long number = Math.max(0, (long) (nanos / (NANOS / rate)));
        while (number > 0 && arrival(number - 1) >= nanos) {
            number--;
        }
        while (arrival(number) < nanos) {
            number++;
        }
        return number;
    }

    /** The era that lasts; empty before the first one and while no requests can arrive. */
    Optional<Era> current() {
        return eras.isEmpty()
                ? Optional.empty()
                : Optional.of(eras.get(eras.size() - 1)).filter(era -> era.to().isEmpty());
    }

    /** The same tally with its present era over. */
    Tally pausedAt(Instant end) {
        return current().isEmpty()
                ? this
                : new Tally(
                        origin,
                        rate,
                        arrivals,
                        totals,
                        replaceLast(current().get().endedAt(end)));
    }

    /** The same tally, whose requests arrive anew from now on at this rate. */
    Tally restarted(Instant now, double newRate) {
        return new Tally(now, newRate, 0, totals, eras);
    }

    /** Whether requests are divided like this in the present era. */
    boolean isIn(Route route) {
        return current().filter(era -> era.route().equals(route)).isPresent();
    }

    /** The same tally in a new era, in which requests are divided like this. */
    Tally in(Route route, Instant now) {
        List<Era> longer = new ArrayList<>(pausedAt(now).eras);
        longer.add(new Era(now, Optional.empty(), route, List.of()));
        return new Tally(origin, rate, arrivals, totals, longer);
    }

    /** The same tally after more arrivals, all in the present era. */
    Tally counted(long moreArrivals, RouteTotals sums, List<Bucket> buckets) {
        return new Tally(
                origin,
                rate,
                arrivals + moreArrivals,
                sums,
                replaceLast(current().orElseThrow().with(buckets)));
    }

    /** The same tally with old numbers put together. */
    Tally compacted(Instant now) {
        List<Era> kept = eras.stream()
                .filter(era -> !era.isForgotten(now))
                .map(era -> era.compacted(now))
                .toList();
        return new Tally(origin, rate, arrivals, totals, kept);
    }

    /** What a version answered in a window. */
    Optional<RequestCounts> counts(String version, Window window) {
        List<Era> known = covering(window).stream()
                .filter(era -> era.versions().contains(version))
                .toList();
        long total = 0;
        long errors = 0;
        for (Era era : known) {
            int column = era.versions().indexOf(version);
            for (Bucket bucket : inside(era, window)) {
                total += bucket.answered(column);
                errors += bucket.errors(column);
            }
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(new RequestCounts(total, errors));
    }

    /** What became of all requests in a window. */
    Optional<RouteCounts> served(Window window) {
        long answered = 0;
        long errors = 0;
        long lost = 0;
        for (Era era : covering(window)) {
            for (Bucket bucket : inside(era, window)) {
                lost += bucket.lost();
                for (int column = 0; column < era.versions().size(); column++) {
                    answered += bucket.answered(column);
                    errors += bucket.errors(column);
                }
            }
        }
        return covering(window).isEmpty()
                ? Optional.empty()
                : Optional.of(new RouteCounts(answered + lost, errors, lost));
    }

    private List<Era> covering(Window window) {
        return eras.stream()
                .filter(era -> era.covers(window.from(), window.to()))
                .toList();
    }

    private static List<Bucket> inside(Era era, Window window) {
        return era.buckets().stream()
                .filter(bucket -> era.isInside(bucket, window.from(), window.to()))
                .toList();
    }

    private List<Era> replaceLast(Era changed) {
        List<Era> others = new ArrayList<>(eras);
        others.set(others.size() - 1, changed);
        return others;
    }
}
