package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.Arrays;

/** The characters of a Java source after its unicode escapes are replaced, each with the place where it was written. */
final class JavaText {
    private final String file;
    private final char[] characters;
    private final int[] offsets;
    private final int[] lineStarts;

    private JavaText(String file, char[] characters, int[] offsets, int[] lineStarts) {
        this.file = file;
        this.characters = characters;
        this.offsets = offsets;
        this.lineStarts = lineStarts;
    }

    static JavaText of(String file, String written) {
        char[] characters = new char[written.length()];
        int[] offsets = new int[written.length()];
        int length = 0;
        boolean escaping = false;
        for (int i = 0; i < written.length(); i++) {
            offsets[length] = i;
            int end = escaping ? -1 : endOfEscape(written, i);
            if (end > 0) {
                characters[length++] = (char) Integer.parseInt(written.substring(end - 4, end), 16);
                i = end - 1;
            } else {
                escaping = written.charAt(i) == '\\' && !escaping;
                characters[length++] = written.charAt(i);
            }
        }
        return new JavaText(file, Arrays.copyOf(characters, length), offsets, lineStarts(written));
    }

    /** The text with its unicode escapes replaced, for formats that share them. */
    static String replaceEscapes(String written) {
        JavaText text = of("", written);
        return text.slice(0, text.length());
    }

    int length() {
        return characters.length;
    }

    /** The character at an index; NUL behind the end, which no Java source holds. */
    char at(int index) {
        return index < characters.length ? characters[index] : '\0';
    }

    String slice(int from, int to) {
        return new String(characters, from, Math.min(to, characters.length) - from);
    }

    boolean startsWith(String text, int index) {
        for (int i = 0; i < text.length(); i++) {
            if (at(index + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    Place place(int index) {
        int offset = characters.length == 0 ? 0 : offsets[Math.min(index, characters.length - 1)];
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(file, line + 1, offset - lineStarts[line] + 1);
    }

    /** Behind an escape such as {@code \}{@code u0041} that begins here; -1 where none does. */
    private static int endOfEscape(String text, int start) {
        int i = start + 1;
        if (text.charAt(start) != '\\' || i >= text.length() || text.charAt(i) != 'u') {
            return -1;
        }
        while (i < text.length() && text.charAt(i) == 'u') {
            i++;
        }
        for (int digit = i; digit < i + 4; digit++) {
            if (digit >= text.length() || Character.digit(text.charAt(digit), 16) < 0) {
                return -1;
            }
        }
        return i + 4;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
