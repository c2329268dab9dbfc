package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/**
 * An OCI layout that an agent sends piece by piece, in a folder of its own that is gone afterwards. What the pieces hold
 * is believed only when it is copied on and its digests are checked; here it is seen to that they are nothing else than
 * files of a layout, and not too much.
 */
final class IncomingLayout {
    static final String INDEX = "index.json";
    static final int MOST_BYTES_A_PIECE = 1024 * 1024;
    private static final long MOST_BYTES = 8L * 1024 * 1024 * 1024;
    private static final long MOST_BYTES_OF_INDEX = 4L * 1024 * 1024;
    private static final Pattern BLOB = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Path folder;
    private final long most;
    private long received;

    IncomingLayout(Path folder) {
        this(folder, MOST_BYTES);
    }

    IncomingLayout(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /** Where it comes to lie. */
    Path folder() {
        return folder;
    }

    /** Whether this is the name of a blob. */
    static boolean isBlob(String file) {
        return BLOB.matcher(file).matches();
    }

    synchronized void receive(String file, long offset, byte[] piece) {
        Path target = target(file);
        received += piece.length;
        if (piece.length > MOST_BYTES_A_PIECE || received > most) {
            throw refused("more than " + most + " bytes came");
        }
        if (file.equals(INDEX) && offset + piece.length > MOST_BYTES_OF_INDEX) {
            throw refused("its index has more than " + MOST_BYTES_OF_INDEX + " bytes");
        }
        try {
            Files.createDirectories(blobs());
            append(target, offset, piece);
        } catch (IOException e) {
            throw new FailedException(
                    "Storing what the agent sent", String.valueOf(e.getMessage()), "Make room in JENKINS_HOME.", e);
        }
    }

    /** Removes all that came. */
    synchronized void remove() throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private Path target(String file) {
        if (file.equals(INDEX)) {
            return folder.resolve(INDEX);
        }
        if (!isBlob(file)) {
            throw refused("there came something that is no part of one");
        }
        return blobs().resolve(file.substring("sha256:".length()));
    }

    private Path blobs() {
        return folder.resolve("blobs").resolve("sha256");
    }

    private static void append(Path target, long offset, byte[] piece) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() != offset) {
                throw refused("a piece came out of turn");
            }
            channel.position(offset);
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static RefusedException refused(String because) {
        return new RefusedException("Receiving images from the agent", because, "Look at what runs on the agent.");
    }
}
