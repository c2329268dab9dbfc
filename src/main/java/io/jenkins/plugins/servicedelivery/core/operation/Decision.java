package io.jenkins.plugins.servicedelivery.core.operation;

import java.time.Duration;
import java.util.Locale;

/**
 * What the loop does next.
 *
 * @param <S> the operation's states
 */
public sealed interface Decision<S extends State> {
    /** Why, in words for people. */
    String why();

    /**
     * Record the next state, then carry out its effects.
     *
     * @param answersSignal the signal in the record is the reason, and is taken out of the record with this step
     */
    record Advance<S extends State>(S to, String why, boolean answersSignal) implements Decision<S> {}

    /** An {@link Advance} that no signal asked for. */
    static <S extends State> Decision<S> advance(S to, String why) {
        return new Advance<>(to, why, false);
    }

    /** An {@link Advance} that does what the signal asks. */
    static <S extends State> Decision<S> obey(S to, Signal signal) {
        String word = signal.kind().name().toLowerCase(Locale.ROOT);
        return new Advance<>(to, signal.words(word + " asked for"), true);
    }

    /** The world does not show the effects of the recorded state (a crash, a hand edit): carry them out again. */
    record Enforce<S extends State>(String why) implements Decision<S> {}

    /** Nothing to do until something changes or this time has passed. */
    record Await<S extends State>(Duration atMost, String why) implements Decision<S> {}
}
