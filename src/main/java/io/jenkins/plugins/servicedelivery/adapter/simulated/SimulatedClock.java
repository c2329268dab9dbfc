package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The time of the simulated cluster. It stands still until somebody pauses or turns it, and then jumps: whoever waits an
 * hour has waited it at once, and the cluster lives through that hour. Two who pause at the same time wait side by side.
 */
public final class SimulatedClock implements Timekeeper {
    private final Instant start;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Instant now;

    SimulatedClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Duration elapsed() {
        return Duration.between(start, now);
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a simulated pause of " + length);
        }
        turn(length);
    }

    /** Turns the clock forward; time never goes back, so a negative length does nothing. */
    public void turn(Duration length) {
        turnTo(now().plus(length));
    }

    private void turnTo(Instant target) {
        synchronized (this) {
            if (!target.isAfter(now)) {
                return;
            }
            now = target;
        }
        listeners.forEach(Runnable::run);
    }

    /** Calls this after every turn, in the thread that turned. */
    void onTurn(Runnable listener) {
        listeners.add(listener);
    }
}
