package io.jenkins.plugins.servicedelivery.adapter.source;

import java.nio.file.Path;

/** Turns paths into names that are safe to print: whoever names a file does not get to move a terminal's cursor. */
final class ShownNames {
    private static final int LONGEST = 400;

    private ShownNames() {}

    /** The path below a root, with forward slashes; characters that control or hide something are written as numbers. */
    static String of(Path root, Path path) {
        return printable(root.relativize(path).toString().replace('\\', '/'));
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.LINE_SEPARATOR) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
    }
}
