package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * A folder in the OCI image layout. Every file comes into being by rename, so that a crash or a full disk leaves the
 * old state or the new one, never half of it.
 */
final class OciLayout {
    private static final String VERSION = "{\"imageLayoutVersion\":\"1.0.0\"}";
    private static final int SCHEMA_VERSION = 2;
    private final Path folder;

    OciLayout(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The tree of {@code index.json}; one without manifests where there is none yet. */
    ObjectNode index() throws IOException {
        Path file = folder.resolve("index.json");
        if (Files.exists(file)) {
            return OciJson.parse(file.toString(), Files.readAllBytes(file));
        }
        ObjectNode empty = OciJson.object().put("schemaVersion", SCHEMA_VERSION).put("mediaType", MediaTypes.INDEX);
        empty.putArray("manifests");
        return empty;
    }

    void writeIndex(ObjectNode index) throws IOException {
        byte[] bytes = OciJson.bytes(index);
        write(folder.resolve("index.json"), out -> out.write(bytes));
    }

    /** Makes the folders and the marker file of a layout where they are missing. */
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("blobs").resolve("sha256"));
        Path marker = folder.resolve("oci-layout");
        if (!Files.exists(marker)) {
            write(marker, out -> out.write(VERSION.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    boolean has(Digest digest) {
        return Files.isRegularFile(blob(digest));
    }

    Path blob(Digest digest) {
        return folder.resolve("blobs").resolve("sha256").resolve(digest.hex());
    }

    /** Stores a blob; throws {@link IOException} where the content is not what its digest says. */
    void put(Blob blob) throws IOException {
        if (has(blob.digest())) {
            return;
        }
        write(blob(blob.digest()), out -> {
            MessageDigest hash = Digest.sha256();
            try (InputStream content = blob.content().open();
                    InputStream hashed = new DigestInputStream(content, hash)) {
                hashed.transferTo(out);
            }
            Digest found = Digest.ofHash(hash.digest());
            if (!found.equals(blob.digest())) {
                throw new IOException("the content has the digest " + found + " and not " + blob.digest());
            }
        });
    }

    /** Writes a blob out; throws {@link IOException} where the file is not what its digest says. */
    void read(Digest digest, OutputStream sink) throws IOException {
        MessageDigest hash = Digest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(blob(digest)), hash)) {
            in.transferTo(sink);
        }
        Digest found = Digest.ofHash(hash.digest());
        if (!found.equals(digest)) {
            throw new IOException(blob(digest) + " is damaged: its content has the digest " + found);
        }
    }

    private static void write(Path target, Writing writing) throws IOException {
        Path part = target.resolveSibling(".part-" + UUID.randomUUID());
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                    OutputStream out = Channels.newOutputStream(channel)) {
                writing.to(out);
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
