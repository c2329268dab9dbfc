package io.jenkins.plugins.servicedelivery.adapter.simulated;

import java.time.Duration;

/** A range of times, of which chance picks one. */
record Span(Duration shortest, Duration longest) {
    /** How long an instance takes from its start until it answers its probe, where its image does not say. */
    static final Span START = new Span(Duration.ofSeconds(1), Duration.ofSeconds(6));

    /** How long a written route takes until it is in effect. */
    static final Span PROPAGATION = new Span(Duration.ofMillis(200), Duration.ofSeconds(2));

    /** How long a namespace takes to disappear. */
    static final Span TERMINATION = new Span(Duration.ofSeconds(2), Duration.ofSeconds(5));

    /** The time for a draw between 0 and 1, in whole milliseconds. */
    Duration at(double draw) {
        return shortest.plusMillis((long) (draw * longest.minus(shortest).toMillis()));
    }
}
