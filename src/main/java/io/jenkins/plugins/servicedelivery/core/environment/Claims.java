package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.operation.ClaimGuard;
import io.jenkins.plugins.servicedelivery.core.operation.Fences;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of taking, renewing and giving back claims, for one holder. Whether another's claim has expired is judged by
 * how long this holder has seen it unchanged on its own monotonic clock, never by comparing times of day of two machines
 * (the rule of client-go's leader election, which tolerates clock skew). Safe for use by several threads.
 */
public final class Claims implements ClaimGuard {
    private static final int RENEWALS_IN_A_TERM = 4;

    private final LeaseStore store;
    private final Timekeeper time;
    private final String holder;
    private final Duration term;
    private final Map<String, Claim> held = new HashMap<>();
    private final Map<String, Duration> renewedAt = new HashMap<>();
    private final Map<String, Sighting> sightings = new HashMap<>();

    /** Claims for this holder; two processes that may live at once must not share a holder name. */
    public Claims(LeaseStore store, Timekeeper time, String holder, Duration term) {
        this.store = store;
        this.time = time;
        this.holder = holder;
        this.term = term;
    }

    /**
     * Takes the claim, or renews it where a quarter of its term has passed. Empty while another holder or another purpose
     * has it and it has not been seen idle for its whole term; call again later. A claim that is taken (not renewed) gets
     * a higher number, also where this holder's name had it before: the process that had it may still be alive.
     *
     * @throws FencedException where this holder had the claim and somebody has taken it over
     */
    public synchronized Optional<Claim> acquire(String name, String purpose) {
        Optional<Claim> current = store.read(name);
        Claim mine = held.get(name);
        if (mine != null && mine.purpose().equals(purpose)) {
            return Optional.of(renew(mine, current));
        }
        if (mine != null && isStillMine(mine, current)) {
            return Optional.empty();
        }
        held.remove(name); // somebody else has ended what it was held for
        if (current.isPresent() && !mayTake(current.get(), purpose)) {
            return Optional.empty();
        }
        long number = current.map(Claim::number).orElse(0L) + 1;
        String version = current.map(Claim::version).orElse("");
        return write(new Claim(name, holder, purpose, number, term, time.now(), version));
    }

    @Override
    public synchronized Optional<Fences> hold(List<String> names, RecordKey purpose) {
        List<String> before = names.stream().filter(held::containsKey).toList();
        SortedMap<String, Fence> fences = new TreeMap<>();
        for (String name : names) {
            Optional<Claim> claim = acquire(name, purpose.value());
            if (claim.isEmpty()) {
                fences.keySet().stream()
                        .filter(taken -> !before.contains(taken))
                        .forEach(this::release);
                return Optional.empty();
            }
            fences.put(name, claim.get().fence());
        }
        return Optional.of(new Fences(fences));
    }

    @Override
    public synchronized void giveBack(List<String> names, RecordKey purpose) {
        names.stream()
                .filter(name ->
                        held.containsKey(name) && held.get(name).purpose().equals(purpose.value()))
                .forEach(this::release);
    }

    /** Every claim is looked at, also where one is renewed: the next look knows since when each has been idle. */
    @Override
    public synchronized boolean isAbandoned(List<String> names, Duration grace) {
        List<Claim> claims =
                names.stream().flatMap(name -> store.read(name).stream()).toList();
        return claims.stream().filter(claim -> isAbandoned(claim, grace)).count() == claims.size();
    }

    private boolean isAbandoned(Claim claim, Duration grace) {
        boolean idle = idleFor(claim).compareTo(claim.term()) > 0;
        boolean longAgo = claim.renewed().plus(claim.term()).plus(grace).isBefore(time.now());
        return longAgo && (idle || claim.isFree());
    }

    /** Gives the claim back, if this holder has it; the number stays, so that the next holder's is higher. */
    public synchronized void release(String name) {
        Claim mine = held.remove(name);
        if (mine != null) {
            try {
                store.write(
                        new Claim(name, "", mine.purpose(), mine.number(), mine.term(), time.now(), mine.version()));
            } catch (ConflictException e) {
                sightings.remove(name); // somebody took it over meanwhile: there is nothing left to give back
            }
        }
    }

    @Override
    public RefusedException refusal(String tried, List<String> names) {
        return names.stream()
                .flatMap(name -> store.read(name).stream())
                .filter(claim -> !claim.isFree() && !held.containsKey(claim.name()))
                .map(claim -> new RefusedException(
                        tried,
                        claim.holder() + " holds " + claim.name() + " for " + claim.purpose(),
                        "Wait until that has ended, or end it first."))
                .findFirst()
                .orElseGet(() ->
                        new RefusedException(tried, "another operation held the claim a moment ago", "Try again."));
    }

    private Claim renew(Claim mine, Optional<Claim> current) {
        if (!isStillMine(mine, current)) {
            throw lost(mine);
        }
        if (isFresh(mine)) {
            return mine;
        }
        Claim renewed = new Claim(
                mine.name(),
                holder,
                mine.purpose(),
                mine.number(),
                term,
                time.now(),
                current.get().version());
        return write(renewed).orElseThrow(() -> lost(mine));
    }

    private boolean isStillMine(Claim mine, Optional<Claim> current) {
        return current.filter(claim ->
                        claim.number() == mine.number() && claim.holder().equals(holder))
                .isPresent();
    }

    /** A claim is renewed well before its term ends, and not at every tick: each renewal is a write to the cluster. */
    private boolean isFresh(Claim mine) {
        Duration since = time.elapsed().minus(renewedAt.get(mine.name()));
        return since.multipliedBy(RENEWALS_IN_A_TERM).compareTo(term) < 0;
    }

    private FencedException lost(Claim mine) {
        held.remove(mine.name());
        return new FencedException(
                "Renewing the claim " + mine.name(),
                "another holder has taken it over",
                "Nothing more is written here.");
    }

    private boolean mayTake(Claim claim, String purpose) {
        boolean mineBeforeRestart =
                claim.holder().equals(holder) && claim.purpose().equals(purpose);
        return claim.isFree() || mineBeforeRestart || idleFor(claim).compareTo(claim.term()) > 0;
    }

    private Duration idleFor(Claim claim) {
        Sighting seen = sightings.get(claim.name());
        if (seen == null || !seen.version.equals(claim.version())) {
            seen = new Sighting(claim.version(), time.elapsed());
            sightings.put(claim.name(), seen);
        }
        return time.elapsed().minus(seen.since);
    }

    private Optional<Claim> write(Claim wanted) {
        Duration begun = time.elapsed(); // others may count from then on, however long the writing takes
        try {
            Claim written = store.write(wanted);
            held.put(written.name(), written);
            renewedAt.put(written.name(), begun);
            return Optional.of(written);
        } catch (ConflictException e) {
            return Optional.empty(); // another was quicker; the next call looks again
        }
    }

    private record Sighting(String version, Duration since) {}
}
