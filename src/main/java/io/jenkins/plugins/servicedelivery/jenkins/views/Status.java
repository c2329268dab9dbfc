package io.jenkins.plugins.servicedelivery.jenkins.views;

/**
 * How something is, for the eye and for the reader: a colour, a symbol and a word that say the same.
 *
 * @param tone the colour
 * @param icon the symbol
 * @param text the word
 */
public record Status(Tone tone, String icon, String text) {
    /** What colours mean. */
    public enum Tone {
        SUCCESS("jenkins-!-success-color"),
        WARNING("jenkins-!-warning-color"),
        ERROR("jenkins-!-error-color"),
        GOING_ON("jenkins-!-accent-color"),
        NEUTRAL("service-delivery-neutral");

        private final String style;

        Tone(String style) {
            this.style = style;
        }
    }

    static Status of(Tone tone, String ionicon, String text) {
        return new Status(tone, "symbol-" + ionicon + " plugin-ionicons-api", text);
    }

    /** The class of the style sheet. */
    public String style() {
        return tone.style;
    }
}
