package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Gap;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Collects the regular files below a folder. Links are not followed, devices and pipes are not opened, and hidden
 * folders, installed packages and what builds make are left out.
 */
final class TreeWalk implements FileVisitor<Path> {
    private static final Set<String> BUILD_FILES = Set.of("pom.xml", "build.gradle", "build.gradle.kts");
    private static final Set<String> BUILD_FOLDERS = Set.of("target", "build");
    private static final String PACKAGES = "node_modules";
    private final Path root;
    private final Set<Path> left;
    private final ReadingLimits limits;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Path start;
    private int entries;
    private int links;
    private int tooDeep;

    /**
     * A walk that has not begun.
     *
     * @param root what names are relative to
     * @param left folders that are left out
     */
    TreeWalk(Path root, Set<Path> left, ReadingLimits limits) {
        this.root = root;
        this.start = root;
        this.left = Set.copyOf(left);
        this.limits = limits;
    }

    /** Walks one folder; several calls add up. */
    void walk(Path folder) throws InterruptedException {
        start = folder;
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), limits.depth(), this);
        } catch (IOException e) {
            gap(Gap.Kind.UNREADABLE, "the folder cannot be walked", folder);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while walking " + folder);
        }
    }

    /** The files in the order of their names. */
    List<SourceFile> files() {
        return files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
    }

    /** What was not walked. */
    List<Gap> gaps(Path folder) {
        List<Gap> all = new ArrayList<>(gaps);
        Place place = new Place(ShownNames.of(root, folder), 0, 0);
        if (links > 0) {
            all.add(new Gap(Gap.Kind.NOT_SUPPORTED, links + " symbolic links are not followed", place));
        }
        if (tooDeep > 0) {
            all.add(new Gap(Gap.Kind.LIMIT, "folders deeper than " + limits.depth() + " levels are not read", place));
        }
        if (entries > limits.files()) {
            all.add(new Gap(Gap.Kind.LIMIT, "only the first " + limits.files() + " files and folders are read", place));
        }
        return all;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(start) && isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : counted();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            links++;
        } else if (attributes.isDirectory()) {
            tooDeep++;
        } else if (attributes.isRegularFile() && entries < limits.files()) {
            files.add(new SourceFile(file, ShownNames.of(root, file), attributes.size()));
        }
        return counted();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        gap(Gap.Kind.UNREADABLE, "it cannot be opened", file);
        return counted();
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
        if (failure != null) {
            gap(Gap.Kind.UNREADABLE, "the folder cannot be read to its end", folder);
        }
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult counted() {
        entries++;
        return entries > limits.files() || Thread.currentThread().isInterrupted()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
    }

    private boolean isLeftOut(Path folder) {
        String name = Objects.toString(folder.getFileName(), "");
        return left.contains(folder) || name.equals(PACKAGES) || name.startsWith(".") || isBuilt(folder, name);
    }

    private static boolean isBuilt(Path folder, String name) {
        return BUILD_FOLDERS.contains(name)
                && BUILD_FILES.stream().anyMatch(file -> Files.isRegularFile(folder.resolveSibling(file)));
    }

    private void gap(Gap.Kind kind, String detail, Path path) {
        gaps.add(new Gap(kind, detail, new Place(ShownNames.of(root, path), 0, 0)));
    }
}
