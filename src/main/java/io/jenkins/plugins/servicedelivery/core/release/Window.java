package io.jenkins.plugins.servicedelivery.core.release;

import java.time.Instant;

/** A span of time, from inclusive to exclusive. */
public record Window(Instant from, Instant to) {
    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window cannot end before it begins: " + from + " to " + to);
        }
    }
}
