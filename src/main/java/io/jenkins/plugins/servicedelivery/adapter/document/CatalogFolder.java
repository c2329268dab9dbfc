package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a catalog: the YAML files of its folder, and of those below it, where sources lie too, those that hold
 * documents of a catalog. Hidden folders and those that build tools fill are left out; linked folders are not entered.
 */
final class CatalogFolder {
    private static final int MOST_FILES = 1000;
    private static final long MOST_CHARACTERS = 32L * YamlLimits.CATALOG.codePoints();
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules");

    private final Path folder;

    CatalogFolder(Path folder) {
        this.folder = folder;
    }

    /** The text of each file, by its name relative to the folder; what cannot be read is noted. */
    SortedMap<String, String> texts(List<Problem> problems) {
        SortedMap<String, String> texts = new TreeMap<>();
        try {
            Path root = folder.toRealPath();
            if (!Files.isDirectory(root)) {
                throw new IOException("it is a file");
            }
            read(root, texts, problems);
        } catch (IOException e) {
            String message = "The folder of the catalog cannot be read: " + CatalogFile.reason(e) + ".";
            problems.add(ofFolder("no-folder", message, "Name a folder that exists and may be read."));
        }
        return texts;
    }

    private void read(Path root, SortedMap<String, String> texts, List<Problem> problems) throws IOException {
        long characters = 0;
        for (Map.Entry<String, Path> file : files(root, problems).entrySet()) {
            String text = new CatalogFile(root, file.getKey(), file.getValue())
                    .text(problems)
                    .orElse("");
            if (text.isEmpty()) {
                continue;
            }
            texts.put(file.getKey(), text);
            characters += text.length();
            if (texts.size() > MOST_FILES || characters > MOST_CHARACTERS) {
                String most = MOST_FILES + " files or " + MOST_CHARACTERS + " characters.";
                String message = "The catalog has more than " + most;
                problems.add(ofFolder("catalog-too-large", message, "Name the folder of the catalog alone."));
                return;
            }
        }
    }

    private Problem ofFolder(String code, String message, String remedy) {
        return new Problem(code, message, Place.outside(folder.toString()), "", remedy);
    }

    private static SortedMap<String, Path> files(Path root, List<Problem> problems) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(root) || !isLeftOut(directory)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isYaml(file)) {
                    files.put(name(root, file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                problems.add(CatalogFile.unreadable(name(root, file), CatalogFile.reason(e)));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isLeftOut(Path directory) {
        String name = directory.getFileName().toString();
        return name.startsWith(".") || LEFT_OUT.contains(name);
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static String name(Path root, Path file) {
        return Quoted.printable(root.relativize(file).toString().replace('\\', '/'));
    }
}
