package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Address;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the address at the beginning of a text of which parts may be unknown. */
final class AddressPattern {
    private static final Pattern SCHEME =
            Pattern.compile("\\s*(?:https?|lb|wss?)://\\S*\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIABLE_PART = Pattern.compile("\\$?\\{[^{}]*}|%[sd]");
    private static final String END_OF_HOST = "/?#\\\"'<>";

    private AddressPattern() {}

    /** Scheme, host and port of the text, without anything else. */
    static Optional<Address> find(String text) {
        return SCHEME.matcher(text).matches() ? known(authority(text)) : Optional.empty();
    }

    /** Whether the text is an address whose host only run time knows. */
    static boolean isDynamic(String text) {
        return SCHEME.matcher(text).matches()
                && find(text).isEmpty()
                && holes(text).indexOf(Expression.HOLE) >= 0;
    }

    private static Optional<Address> known(String authority) {
        int hole = authority.indexOf(Expression.HOLE);
        if (hole < 0) {
            return Address.parse(authority);
        }
        String before = authority.substring(0, hole);
        String after = authority.substring(hole + 1);
        boolean hostEnds = before.matches("[a-zA-Z]+://[^@]*:") || after.isEmpty() || after.startsWith(":");
        return hostEnds ? Address.parse(before.replaceFirst(":$", "")) : Optional.empty();
    }

    /** What stands before the path: scheme, user, host and port. */
    private static String authority(String text) {
        String stripped = holes(text.strip());
        int end = stripped.indexOf("://") + 3;
        while (end < stripped.length() && END_OF_HOST.indexOf(stripped.charAt(end)) < 0) {
            end++;
        }
        return stripped.substring(0, end);
    }

    private static String holes(String text) {
        return VARIABLE_PART.matcher(text).replaceAll(Expression.UNKNOWN);
    }
}
