package io.jenkins.plugins.servicedelivery.core.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Computes a {@link Digest} over named fields. Every part is written with its length, so that no two different inputs
 * share one byte stream, and maps are written in the order of their keys, so that equal inputs always do.
 */
public final class Fingerprint {
    private final MessageDigest hash = Digest.sha256();

    private Fingerprint(String purpose) {
        text(purpose);
    }

    /** A fingerprint for one purpose; the same fields for another purpose give another digest. */
    public static Fingerprint of(String purpose) {
        return new Fingerprint(purpose);
    }

    /** Adds one named value. */
    public Fingerprint add(String field, String value) {
        text(field);
        text(value);
        return this;
    }

    /** Adds one named list, in its order. */
    public Fingerprint add(String field, Iterable<?> values) {
        text(field);
        int count = 0;
        for (Object value : values) {
            text(value.toString());
            count++;
        }
        number(count);
        return this;
    }

    /** Adds one named map, in the order of its keys' text. */
    public Fingerprint add(String field, Map<?, ?> values) {
        SortedMap<String, String> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(key.toString(), value.toString()));
        text(field);
        number(sorted.size());
        sorted.forEach((key, value) -> {
            text(key);
            text(value);
        });
        return this;
    }

    /** The digest of everything added. A fingerprint is read once. */
    public Digest digest() {
        return Digest.ofHash(hash.digest());
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        hash.update(bytes);
    }

    private void number(int value) {
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }
}
