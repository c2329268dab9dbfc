package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * The time of the simulated cluster. One kind <em>stands still</em> until somebody pauses or turns it, and then jumps:
 * whoever waits an hour has waited it at once, and the cluster lives through that hour; two who pause at the same time
 * wait side by side. The other kind <em>runs</em> with the time of the machine, perhaps faster, and pausing waits.
 */
public final class SimulatedClock implements Timekeeper {
    /** What a clock that has been stopped says about how long anything takes: longer than anybody waits. */
    private static final Duration NEVER = Duration.ofDays(365);

    private final Instant start;
    private final boolean runs;
    private final LongSupplier nanoTime;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Instant anchor;
    private long anchoredAt;
    private double speed;

    private SimulatedClock(Instant start, boolean runs, double speed, LongSupplier nanoTime) {
        this.start = start;
        this.runs = runs;
        this.nanoTime = nanoTime;
        this.anchor = start;
        this.anchoredAt = nanoTime.getAsLong();
        this.speed = speed;
    }

    /** A clock that stands still until it is turned. */
    static SimulatedClock standing(Instant start) {
        return new SimulatedClock(start, false, 0, () -> 0);
    }

    /**
     * A clock that runs.
     *
     * @param speed how many seconds it counts in a second of the machine; 0 stops it
     * @param nanoTime the machine's monotonic time
     */
    static SimulatedClock running(Instant start, double speed, LongSupplier nanoTime) {
        requireSpeed(speed);
        return new SimulatedClock(start, true, speed, nanoTime);
    }

    @Override
    public synchronized Instant now() {
        // people read these times: nobody wants nanoseconds
        return anchor.plusNanos((long) ((nanoTime.getAsLong() - anchoredAt) * speed))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Duration elapsed() {
        return Duration.between(start, now());
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a simulated pause of " + length);
        }
        if (runs) {
            awaitPassing(now().plus(length));
        } else {
            turn(length);
        }
    }

    @Override
    public synchronized Duration waitFor(Duration length) {
        if (!runs || length.isNegative() || length.isZero()) {
            return Duration.ZERO;
        }
        double millis = (length.toSeconds() * 1e3 + length.toNanosPart() / 1e6) / speed;
        return millis < NEVER.toMillis() ? Duration.ofMillis((long) Math.ceil(millis)) : NEVER;
    }

    /** Turns the clock forward; time never goes back, so a negative length does nothing. */
    public void turn(Duration length) {
        turnTo(now().plus(length));
    }

    private void turnTo(Instant target) {
        synchronized (this) {
            if (!target.isAfter(now())) {
                return;
            }
            anchorAt(target);
        }
        listeners.forEach(Runnable::run);
    }

    private synchronized void awaitPassing(Instant target) throws InterruptedException {
        for (Instant now = now(); now.isBefore(target); now = now()) {
            wait(Math.max(1, waitFor(Duration.between(now, target)).toMillis()));
        }
    }

    /** How many seconds a running clock counts in a second of the machine. */
    public synchronized double speed() {
        return speed;
    }

    /**
     * Lets a running clock go faster or slower from now on; 0 stops it.
     *
     * @throws IllegalStateException where the clock is one that stands still until it is turned
     */
    public synchronized void setSpeed(double other) {
        if (!runs) {
            throw new IllegalStateException("this clock is turned by hand");
        }
        requireSpeed(other);
        anchorAt(now());
        speed = other;
    }

    /** Calls this after every turn, in the thread that turned. */
    void onTurn(Runnable listener) {
        listeners.add(listener);
    }

    /** Whoever pauses looks again how long that will take. */
    private void anchorAt(Instant time) {
        anchor = time;
        anchoredAt = nanoTime.getAsLong();
        notifyAll();
    }

    private static void requireSpeed(double speed) {
        if (!(speed >= 0 && speed <= 10_000)) {
            throw new IllegalArgumentException("a clock runs 0 to 10000 times as fast as time, not " + speed);
        }
    }
}
