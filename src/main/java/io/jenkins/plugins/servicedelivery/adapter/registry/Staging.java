package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipException;

/**
 * Copies of the files that go into an image, each under the digest of its bytes. Jib knows a file again by its path and
 * its time, so a path must never stand for other bytes; and while they are packaged nobody changes them.
 */
final class Staging {
    private final Path folder;
    private final Set<Path> used = new HashSet<>();

    Staging(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The staged copy of a file; of a jar its one form. */
    Path stage(Path file) throws IOException {
        MessageDigest hash = Digest.sha256();
        Path part = folder.resolve("part-" + UUID.randomUUID());
        try {
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), hash)) {
                copy(file, out);
            }
            Path staged = folder.resolve(Digest.ofHash(hash.digest()).hex());
            if (!Files.exists(staged)) {
                Files.move(part, staged, StandardCopyOption.ATOMIC_MOVE);
            }
            used.add(staged);
            return staged;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Deletes what was staged for other builds. */
    void forgetUnused() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (!used.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        if (JarNormaliser.understands(file.getFileName().toString())) {
            normalise(file, out);
        } else {
            Files.copy(file, out);
        }
    }

    private static void normalise(Path file, OutputStream out) throws IOException {
        try {
            new JarNormaliser().normalise(file, out);
        } catch (ZipException e) {
            throw new IOException(file + " cannot be read as a jar (" + e.getMessage() + ")", e);
        }
    }
}
