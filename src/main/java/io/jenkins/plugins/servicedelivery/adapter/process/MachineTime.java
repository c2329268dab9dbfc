package io.jenkins.plugins.servicedelivery.adapter.process;

import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/** The time of this machine, for what is no part of a cluster's life, such as building images. */
public final class MachineTime implements Timekeeper {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }
}
