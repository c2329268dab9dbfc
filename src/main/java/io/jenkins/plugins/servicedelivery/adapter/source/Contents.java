package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads files of one tree within limits, the first megabytes of them once only. What cannot be read is noted. */
final class Contents {
    private static final long MOST_KEPT = 32L << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final ReadingLimits limits;
    private final Notes notes;
    private final Set<Path> read = new HashSet<>();
    private final Map<Path, byte[]> kept = new HashMap<>();
    private long total;

    Contents(ReadingLimits limits, Notes notes) {
        this.limits = limits;
        this.notes = notes;
    }

    /** How many files were read. */
    int count() {
        return read.size();
    }

    /** The bytes of a file; empty where it is too large or cannot be read. */
    Optional<byte[]> bytes(SourceFile file) {
        byte[] known = kept.get(file.path());
        if (known != null) {
            return Optional.of(known);
        }
        if (file.size() > limits.fileBytes()) {
            gap(Gap.Kind.LIMIT, "it has more than " + limits.fileBytes() + " bytes and is not read", file);
            return Optional.empty();
        }
        if (read.add(file.path())) {
            total += file.size();
        }
        if (total > limits.totalBytes()) {
            gap(
                    Gap.Kind.LIMIT,
                    "the tree has more than " + limits.totalBytes() + " bytes; this file is not read",
                    file);
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes((int) limits.fileBytes());
            if (total <= MOST_KEPT) {
                kept.put(file.path(), bytes);
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            gap(Gap.Kind.UNREADABLE, "it cannot be read", file);
            return Optional.empty();
        }
    }

    /** The text of these bytes in UTF-8; where they are something else, what cannot be decoded is replaced. */
    String text(SourceFile file, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            gap(Gap.Kind.UNREADABLE, "it is not UTF-8; the characters that cannot be decoded are replaced", file);
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private void gap(Gap.Kind kind, String detail, SourceFile file) {
        notes.gap(new Gap(kind, detail, file.whole()));
    }
}
