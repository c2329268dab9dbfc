package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.shared.Quoted;

/** Texts of others, cut to what is kept of them. */
final class Texts {
    private static final String CUT = "…";

    private Texts() {}

    /** The text on one line, or as much of its beginning as fits, and a sign that there was more. */
    static String shortened(String others, int most) {
        String text = Quoted.printable(others.replaceAll("\\R", " "));
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(0, most - CUT.length());
        boolean splits = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splits ? end - 1 : end) + CUT;
    }
}
