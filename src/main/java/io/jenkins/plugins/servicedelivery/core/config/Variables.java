package io.jenkins.plugins.servicedelivery.core.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How configuration reaches a process: each key as an environment variable, {@code payments.url} as {@code PAYMENTS_URL}. */
public final class Variables {
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^A-Z0-9]");

    private Variables() {}

    /** The variable of a key: upper case, every character that is no letter or digit as {@code _}. */
    public static String nameOf(String key) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(key.toUpperCase(Locale.ROOT)).replaceAll("_");
    }

    /** The variables of a configuration, by name. No two of its keys may share one; a checked catalog has none that do. */
    public static SortedMap<String, String> of(Map<String, String> values) {
        SortedMap<String, String> variables = new TreeMap<>();
        values.forEach((key, value) -> {
            if (variables.put(nameOf(key), value) != null) {
                throw new IllegalArgumentException("two keys share the variable " + nameOf(key));
            }
        });
        return variables;
    }

    /** The keys that share a variable with another key, by that variable. */
    public static SortedMap<String, SortedSet<String>> shared(Collection<String> keys) {
        SortedMap<String, SortedSet<String>> byVariable = new TreeMap<>();
        keys.forEach(key -> byVariable
                .computeIfAbsent(nameOf(key), variable -> new TreeSet<>())
                .add(key));
        byVariable.values().removeIf(sharing -> sharing.size() < 2);
        return byVariable;
    }
}
