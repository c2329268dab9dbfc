package io.jenkins.plugins.servicedelivery.core.operation;

/**
 * The name of an operation's record, unique in a control namespace, for example
 * {@code release-shop-production-orders-3f9a11c2}. It is built from what the operation is about, so that asking for the
 * same thing twice finds the same record.
 */
public record RecordKey(String value) implements Comparable<RecordKey> {
    /** Longest key that still fits a Kubernetes object name (RFC 1123 subdomain). */
    public static final int MAX_LENGTH = 253;

    public RecordKey {
        if (!value.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?") || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("\"" + value + "\" cannot name a record");
        }
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
