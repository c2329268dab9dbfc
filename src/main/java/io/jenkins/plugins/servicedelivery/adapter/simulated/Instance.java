package io.jenkins.plugins.servicedelivery.adapter.simulated;

import java.time.Instant;
import java.util.Optional;

/**
 * One running instance of a version.
 *
 * @param readyAt from when on it answers its probe; empty while nobody knows that it ever will
 */
record Instance(long number, Instant started, Optional<Instant> readyAt) {
    /** Whether it takes requests. */
    boolean isReady(Instant now) {
        return readyAt.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** The same instance, ready from this time on. */
    Instance readyAt(Instant at) {
        return new Instance(number, started, Optional.of(at));
    }

    /** The same instance, not ready. */
    Instance unready() {
        return new Instance(number, started, Optional.empty());
    }
}
