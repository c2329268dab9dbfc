package io.jenkins.plugins.servicedelivery.jenkins.agent;

import java.util.Optional;

/**
 * Something that goes on elsewhere and is looked at from time to time.
 *
 * @param <T> what it comes to
 */
public interface Underway<T> extends AutoCloseable {
    /**
     * What it came to; empty while it goes on.
     *
     * @throws io.jenkins.plugins.servicedelivery.core.shared.DeliveryException where it failed
     */
    Optional<T> look() throws InterruptedException;

    /** Asks it to stop; whether it has is seen by {@link #isOver()}. */
    void cancel();

    /** Whether nothing of it goes on any more, as far as can be known from here. */
    boolean isOver();

    /** Ends what is left of it, without waiting. */
    @Override
    void close();
}
