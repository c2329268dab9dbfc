package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the specifiers of {@link java.util.Formatter} with what is known. */
final class Formats {
    private static final Pattern SPECIFIER =
            Pattern.compile("%(?:(?<index>\\d{1,3})\\$)?[-#+ 0,(]{0,3}\\d{0,3}[a-zA-Z%]");

    private Formats() {}

    static String fill(String format, List<String> arguments) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = SPECIFIER.matcher(format);
        int next = 0;
        while (matcher.find()) {
            String specifier = matcher.group();
            int index = matcher.group("index") == null ? next : Integer.parseInt(matcher.group("index")) - 1;
            boolean takesArgument = !specifier.endsWith("%") && !specifier.endsWith("n");
            next += takesArgument && matcher.group("index") == null ? 1 : 0;
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(takesArgument ? argument(arguments, index) : literal(specifier)));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String argument(List<String> arguments, int index) {
        return index >= 0 && index < arguments.size() ? arguments.get(index) : Expression.UNKNOWN;
    }

    private static String literal(String specifier) {
        return specifier.endsWith("n") ? "\n" : "%";
    }
}
