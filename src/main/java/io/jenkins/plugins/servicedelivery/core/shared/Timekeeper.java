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
}
