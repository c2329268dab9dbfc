package io.jenkins.plugins.servicedelivery.adapter.http;

import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes only when somebody pauses, and remembers the pauses. */
public final class TurnedTime implements Timekeeper {
    private static final Instant START = Instant.parse("2026-01-02T12:00:00Z");
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private Duration elapsed = Duration.ZERO;

    /** How long was paused, each time. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public synchronized Instant now() {
        return START.plus(elapsed);
    }

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    @Override
    public synchronized void pause(Duration length) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("paused");
        }
        pauses.add(length);
        elapsed = elapsed.plus(length);
    }
}
