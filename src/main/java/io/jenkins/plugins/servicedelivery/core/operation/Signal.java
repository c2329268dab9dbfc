package io.jenkins.plugins.servicedelivery.core.operation;

import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.time.Instant;

/** What a person (or the caretaker) wants of a running operation. It is written into the record and obeyed by the next tick. */
public record Signal(Kind kind, String by, String reason, Instant at) {
    private static final int LONGEST = 200;

    /** What people write is kept in records and printed in consoles, so it stays on its line and is not long. */
    public Signal {
        by = oneLine(by);
        reason = oneLine(reason);
    }

    private static String oneLine(String text) {
        String shown = Quoted.printable(text);
        return shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

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
