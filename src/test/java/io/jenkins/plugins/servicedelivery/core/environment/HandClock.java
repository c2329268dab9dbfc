package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/** The clocks of one machine, both turned by hand: the time of day, which may jump, and the one that only grows. */
final class HandClock implements Timekeeper {
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private Duration elapsed = Duration.ofDays(3);

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    @Override
    public void pause(Duration length) {
        pass(length);
    }

    /** Lets time pass on both clocks. */
    synchronized void pass(Duration length) {
        now = now.plus(length);
        elapsed = elapsed.plus(length);
    }

    /** Sets the time of day forward, or back, and lets no time pass. */
    synchronized void jump(Duration length) {
        now = now.plus(length);
    }
}
