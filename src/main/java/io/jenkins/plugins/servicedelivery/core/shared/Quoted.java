package io.jenkins.plugins.servicedelivery.core.shared;

import java.util.stream.Collectors;

/** Text of unknown origin as it may stand in a message: in quotation marks, on one line, not long. */
public final class Quoted {
    private static final int MOST_CHARACTERS = 60;

    private Quoted() {}

    /** The text in quotation marks, shortened where it is long, with control characters replaced. */
    public static String of(String text) {
        boolean cut = text.codePointCount(0, text.length()) > MOST_CHARACTERS;
        String shown = cut ? text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "…" : text;
        return "\"" + printable(shown) + "\"";
    }

    /** The whole text, with everything replaced that would not stay on its line or would move what is shown. */
    public static String printable(String text) {
        return text.codePoints().mapToObj(Quoted::printable).collect(Collectors.joining());
    }

    private static String printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format("\\u%04x", codePoint);
            default -> Character.toString(codePoint);
        };
    }
}
