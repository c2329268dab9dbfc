package io.jenkins.plugins.servicedelivery.jenkins.views;

/** Digests as people compare them. */
final class Digests {
    private static final String ALGORITHM = "sha256:";
    private static final int BRIEF = 12;

    private Digests() {}

    /** The beginning of the digest that a text is or ends with; the text itself where there is none. */
    static String brief(String text) {
        int start = text.lastIndexOf(ALGORITHM);
        if (start < 0) {
            return text;
        }
        String hex = text.substring(start + ALGORITHM.length());
        return hex.length() <= BRIEF ? hex : hex.substring(0, BRIEF);
    }
}
