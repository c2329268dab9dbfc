package io.jenkins.plugins.servicedelivery.core.operation;

import java.util.regex.Pattern;

/**
 * The name of an operation's record, unique in a control namespace, for example
 * {@code release-shop-production-orders-3f9a11c2}. It is built from what the operation is about, so that asking for the
 * same thing twice finds the same record.
 */
public record RecordKey(String value) implements Comparable<RecordKey> {
    /** Longest key that still fits a Kubernetes object name (RFC 1123 subdomain). */
    public static final int MAX_LENGTH = 253;

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern GRAMMAR = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    public RecordKey {
        if (!GRAMMAR.matcher(value).matches() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("\"" + value + "\" cannot name a record");
        }
    }

    /**
     * The key of an attempt at the thing that this key is of, counted from 1. No name holds a point, so that the second
     * attempt at {@code test} is never taken for the first at {@code test-2}.
     */
    public RecordKey attempt(int number) {
        return number == 1 ? this : new RecordKey(value + "." + number);
    }

    /** Whether this is the key of an attempt, the first included, at the thing that the other key is of. */
    public boolean isAttemptAt(RecordKey thing) {
        return value.equals(thing.value) || value.startsWith(thing.value + ".");
    }

    @Override
    public int compareTo(RecordKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
