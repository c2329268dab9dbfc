package io.jenkins.plugins.servicedelivery.core.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that must not be shown. It has no text form but {@code ******}, is no record (whose accessor a serializer
 * would find) and is not serializable, so it cannot slip into a log, a diff, a record or a view by accident.
 */
public final class Secret {
    private static final String MASK = "******";
    private final String plain;

    private Secret(String plain) {
        this.plain = plain;
    }

    /** Wraps a plain value; the caller forgets its own copy. */
    public static Secret of(String plain) {
        return new Secret(plain);
    }

    /** The plain value, for the one place that hands it to the system it opens. */
    public String reveal() {
        return plain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }

    private byte[] bytes() {
        return plain.getBytes(StandardCharsets.UTF_8);
    }
}
