package io.jenkins.plugins.servicedelivery.core.operation;

import java.time.Instant;

/** What a person (or the caretaker) wants of a running operation. It is written into the record and obeyed by the next tick. */
public record Signal(Kind kind, String by, String reason, Instant at) {
    /** The asking in words that begin with these, for example {@code rollback asked for by bob: wrong prices}. */
    public String words(String what) {
        return what + (by.isEmpty() ? "" : " by " + by) + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** The things that can be asked for. */
    public enum Kind {
        /** Stay where it is until resumed. */
        PAUSE,
        /** Go on from a pause, whatever caused it. */
        RESUME,
        /** Bring everything back to how it was before, now or after promotion. */
        ROLLBACK,
        /** A newer operation takes this one's place; what it kept may go. */
        SUPERSEDE
    }
}
