package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The source folder of one service. Nothing outside it is ever read or deleted, whatever links say. */
final class SourceFolder {
    private final String tried;
    private final Path root;

    private SourceFolder(String tried, Path root) {
        this.tried = tried;
        this.root = root;
    }

    /** The folder of the plan's service; refused where it lies outside the catalog's folder. */
    static SourceFolder of(BuildPlan plan) {
        String tried = "Reading the sources of " + plan.request().service().name();
        try {
            Path catalog = Path.of(plan.request().folder()).toRealPath();
            Path root = Path.of(plan.sourceFolder()).toRealPath();
            if (!root.startsWith(catalog)) {
                throw leaves(tried, root, catalog);
            }
            return new SourceFolder(tried, root);
        } catch (IOException e) {
            throw FileFailure.of(tried, e);
        } catch (InvalidPathException e) {
            throw new FailedException(tried, e.getMessage(), "Correct the path.", e);
        }
    }

    Path root() {
        return root;
    }

    /** A file or folder below this one, by its relative path; it must be there. */
    Path below(String relative) {
        try {
            return refuseOutside(root.resolve(relative));
        } catch (IOException e) {
            throw FileFailure.of(tried, e);
        }
    }

    /**
     * The files at or below a path, by their path relative to it with forward slashes; a single file has its own name.
     * Links to files in the source folder are read as those files; links to folders are refused, because they could
     * form a circle.
     *
     * @param skip files and folders that are left out, with all that is below
     */
    SortedMap<String, Path> files(Path start, Predicate<Path> skip) {
        SortedMap<String, Path> files = new TreeMap<>();
        try {
            if (Files.isRegularFile(start)) {
                files.put(start.getFileName().toString(), start);
            } else {
                Files.walkFileTree(start, new Collector(start, skip, files));
            }
        } catch (IOException e) {
            throw FileFailure.of(tried, e);
        }
        return Collections.unmodifiableSortedMap(files);
    }

    /** Whether the owner may execute the file; the same for whoever asks, other than the rights of the reader. */
    static boolean isExecutable(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private Path refuseOutside(Path path) throws IOException {
        Path real = path.toRealPath();
        if (!real.startsWith(root)) {
            throw leaves(tried, path, root);
        }
        return real;
    }

    private static FailedException leaves(String tried, Path path, Path folder) {
        return new FailedException(
                tried,
                path + " leads out of " + folder,
                "Put what the service needs into its own folder; links out of it are not followed.");
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Predicate<Path> skip;
        private final SortedMap<String, Path> files;

        Collector(Path start, Predicate<Path> skip, SortedMap<String, Path> files) {
            this.start = start;
            this.skip = skip;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return skip.test(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!skip.test(file)) {
                refuseOdd(file, attributes);
                files.put(start.relativize(file).toString().replace('\\', '/'), file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A pipe or a device could be read for ever, and a link to a folder could lead in a circle. */
        private void refuseOdd(Path file, BasicFileAttributes attributes) throws IOException {
            Path target = attributes.isSymbolicLink() ? refuseOutside(file) : file;
            if (!Files.isRegularFile(target)) {
                throw new FailedException(
                        tried,
                        file + (Files.isDirectory(target) ? " is a link to a folder" : " is no regular file"),
                        "Replace it by what it stands for, or remove it.");
            }
        }
    }
}
