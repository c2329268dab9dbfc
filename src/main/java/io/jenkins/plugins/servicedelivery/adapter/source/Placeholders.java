package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.ArrayList;
import java.util.List;

/** Finds {@code ${key}} and {@code ${key:default}} in a text, one inside the default of another as well. */
final class Placeholders {
    private static final int DEEPEST = 8;

    private Placeholders() {}

    /** A key and what is taken where it has no value; the default is empty where none is written. */
    record Placeholder(String key, String otherwise) {}

    static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        collect(text, found, 0);
        return found;
    }

    private static void collect(String text, List<Placeholder> found, int depth) {
        int start = text.indexOf("${");
        while (start >= 0 && depth < DEEPEST) {
            int end = endOf(text, start + 2);
            String inside = text.substring(start + 2, end);
            int colon = inside.indexOf(':');
            String otherwise = colon < 0 ? "" : inside.substring(colon + 1);
            found.add(new Placeholder(colon < 0 ? inside : inside.substring(0, colon), otherwise));
            collect(otherwise, found, depth + 1);
            start = text.indexOf("${", end);
        }
    }

    private static int endOf(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            open += text.startsWith("${", i) ? 1 : 0;
            open -= text.charAt(i) == '}' ? 1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return text.length();
    }
}
