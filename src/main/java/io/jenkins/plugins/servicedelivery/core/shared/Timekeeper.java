package io.jenkins.plugins.servicedelivery.core.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * Time as the product knows it: the machine's, or the simulated cluster's, which tests turn by hand. All waiting and
 * every timestamp in core goes through here.
 */
public interface Timekeeper {
    /** The current time of day. It may jump; use {@link #elapsed()} to measure. */
    Instant now();

    /** A reading that only grows, from an arbitrary start; differences measure time that has passed. */
    Duration elapsed();

    /** Lets the given time pass. A simulated clock is turned forward instead of waiting. */
    void pause(Duration length) throws InterruptedException;

    /**
     * How long somebody who must not hold a thread has to wait, on the clock of this machine, until this much time has
     * passed here. The same, but where this is the time of a simulation that runs faster or slower, or jumps.
     */
    default Duration waitFor(Duration length) {
        return length;
    }
}
