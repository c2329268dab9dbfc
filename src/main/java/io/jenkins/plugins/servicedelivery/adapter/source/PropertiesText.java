package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.ArrayList;
import java.util.List;

/** Reads the text form of {@link java.util.Properties} and keeps where each value stands, which that class forgets. */
final class PropertiesText {
    private PropertiesText() {}

    static List<Setting> read(String file, String text) {
        List<Setting> settings = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(lines.get(i).stripLeading());
            boolean isComment = logical.isEmpty() || logical.charAt(0) == '#' || logical.charAt(0) == '!';
            while (!isComment && goesOn(logical)) {
                logical.setLength(logical.length() - 1);
                logical.append(++i < lines.size() ? lines.get(i).stripLeading() : "");
            }
            if (!isComment) {
                settings.add(setting(logical.toString(), new Place(file, first + 1, 1)));
            }
        }
        return settings;
    }

    private static Setting setting(String line, Place place) {
        int end = 0;
        while (end < line.length() && "=: \t\f".indexOf(line.charAt(end)) < 0) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        int keyEnd = Math.min(end, line.length());
        String rest = line.substring(keyEnd).stripLeading();
        boolean separated = rest.startsWith("=") || rest.startsWith(":");
        return new Setting(
                unescaped(line.substring(0, keyEnd)),
                unescaped(separated ? rest.substring(1).stripLeading() : rest),
                place);
    }

    /** An odd number of backslashes at the end joins the next line. */
    private static boolean goesOn(StringBuilder line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 != 0;
    }

    private static String unescaped(String text) {
        return JavaText.replaceEscapes(text).replaceAll("\\\\(.)", "$1");
    }
}
