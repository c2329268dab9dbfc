package io.jenkins.plugins.servicedelivery.core.shared;

import java.util.stream.Collectors;

/** Text of unknown origin as it may stand in a message: in quotation marks, on one line, not long. */
public final class Quoted {
    private static final int MOST_CHARACTERS = 60;

    private Quoted() {}

    /** The text in quotation marks, shortened where it is long, with control characters replaced. */
    public static String of(String text) {
        String shown = text.codePoints()
                .limit(MOST_CHARACTERS)
                .mapToObj(Quoted::printable)
                .collect(Collectors.joining());
        boolean cut = text.codePointCount(0, text.length()) > MOST_CHARACTERS;
        return "\"" + shown + (cut ? "…" : "") + "\"";
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
