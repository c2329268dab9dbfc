package io.jenkins.plugins.servicedelivery.core.operation;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an operation is: the intent that is recorded before its effects are carried out. States of one operation form
 * a sealed family of small immutable values.
 */
public interface State {
    /** Nothing will ever change again; no caretaker needs to look. */
    boolean isTerminal();

    /** Whoever asked has an answer and need not wait any longer, although something may be due later. */
    boolean isSettled();

    /**
     * Whether no other operation may begin on the same thing: until it is settled, and longer where the thing is left in
     * between, for example while a release is paused.
     */
    default boolean isOpen() {
        return !isSettled();
    }

    /** Whether it is on its way back to how everything was before, so that nobody need ask for that again. */
    default boolean isGoingBack() {
        return false;
    }

    /** When a settled state that is not terminal wants the caretaker's attention, for example the end of a keep window. */
    default Optional<Instant> dueAt() {
        return Optional.empty();
    }

    /** A short lower-case phrase for people, for example {@code candidate at 20 %}. */
    String phrase();
}
