package io.jenkins.plugins.servicedelivery.core.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest in the form of the OCI image specification: {@code sha256:} and 64 lower-case hex digits. */
public record Digest(String value) implements Comparable<Digest> {
    private static final Pattern GRAMMAR = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String PREFIX = "sha256:";

    public Digest {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not a digest: it must be sha256: and 64 hex digits");
        }
    }

    /** Parses {@code sha256:<64 hex digits>}; throws {@link IllegalArgumentException} for anything else. */
    public static Digest parse(String text) {
        return new Digest(text);
    }

    /** The digest of these bytes. */
    public static Digest of(byte[] content) {
        return ofHash(sha256().digest(content));
    }

    /** The digest of this text in UTF-8. */
    public static Digest of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest whose 32 bytes are already known. */
    public static Digest ofHash(byte[] hash) {
        return new Digest(PREFIX + HexFormat.of().formatHex(hash));
    }

    /** A fresh SHA-256 computation, for content that is streamed. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }

    /** The 64 hex digits without the algorithm. */
    public String hex() {
        return value.substring(PREFIX.length());
    }

    /** The first eight hex digits: enough for a person and for a version's name. */
    public String brief() {
        return hex().substring(0, 8);
    }

    @Override
    public int compareTo(Digest other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
