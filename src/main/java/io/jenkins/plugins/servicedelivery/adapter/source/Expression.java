package io.jenkins.plugins.servicedelivery.adapter.source;

/**
 * A text that a source puts together, as far as it is known.
 *
 * @param text its value, with {@link #HOLE} for every part that only run time knows
 * @param endAt behind its last token
 */
record Expression(String text, int endAt) {
    static final char HOLE = '\0';
    static final String UNKNOWN = String.valueOf(HOLE);

    /** Whether any part of a text is known. */
    static boolean isKnown(String text) {
        return text.chars().anyMatch(c -> c != HOLE);
    }
}
