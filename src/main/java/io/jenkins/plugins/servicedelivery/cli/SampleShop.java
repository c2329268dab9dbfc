package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/** The sample product line that the tool kit carries with it, copied into a room where a demo may work on it. */
final class SampleShop {
    private static final String SHOP = "demo/shop";
    private static final String RELEASES = "demo/shop-releases/";

    private final Path room;

    SampleShop(Path room) {
        this.room = room;
    }

    /** The folder of its catalog and sources. */
    Path folder() {
        return room.resolve("shop");
    }

    /** A fresh copy of the shop; whatever an earlier demo left in the room goes. */
    void unpack() {
        try {
            clearRoom();
            copy(SHOP);
        } catch (IOException e) {
            throw failed("Unpacking the sample product line into " + room, e);
        }
    }

    /** Copies the files of a prepared release over the shop. */
    void apply(String release) {
        try {
            copy(RELEASES + release);
        } catch (IOException e) {
            throw failed("Unpacking the release " + release + " into " + room, e);
        }
    }

    private void copy(String resource) throws IOException {
        URI place = place(resource);
        if (place.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                copyTree(jar.provider().getPath(place));
            }
        } else {
            copyTree(Path.of(place));
        }
    }

    private static URI place(String resource) {
        try {
            return SampleShop.class.getResource(resource).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has a place that is no URI", e);
        }
    }

    private void copyTree(Path from) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(below(from, found));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, below(from, file), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Path below(Path from, Path found) {
        return folder().resolve(from.relativize(found).toString());
    }

    private void clearRoom() throws IOException {
        if (Files.notExists(room)) {
            return;
        }
        Files.walkFileTree(room, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, IOException failure) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static FailedException failed(String tried, IOException e) {
        return new FailedException(
                tried,
                "the file system says: " + e,
                "Make room, check the rights there, or name another --state folder.",
                e);
    }
}
