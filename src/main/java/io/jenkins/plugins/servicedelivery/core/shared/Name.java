package io.jenkins.plugins.servicedelivery.core.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a product line, service, environment, template or any other catalog entry.
 *
 * <p>Always a DNS label by RFC 1035 (lower-case letters, digits and hyphens, starting with a letter), because it becomes
 * part of names in a cluster. At most 54 characters, so that {@code <service>-<8 hex digits>} still fits the 63
 * characters that Kubernetes allows for a Service.
 */
public record Name(String value) implements Comparable<Name> {
    /** The most characters a name may have. */
    public static final int MAX_LENGTH = 54;

    private static final Pattern GRAMMAR = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

    public Name {
        whyNot(value).ifPresent(reason -> {
            throw new IllegalArgumentException("\"" + value + "\" is not a name: " + reason);
        });
    }

    /** The name with this text; throws {@link IllegalArgumentException} where the text is no name. */
    public static Name of(String text) {
        return new Name(text);
    }

    /** Says why the text is no name, in words that can follow "because"; empty where it is one. */
    public static Optional<String> whyNot(String text) {
        if (text.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of("it has " + text.length() + " characters and may have " + MAX_LENGTH);
        }
        if (!GRAMMAR.matcher(text).matches()) {
            return Optional.of("it may hold only a-z, 0-9 and -, must start with a letter and must not end with -");
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(Name other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
