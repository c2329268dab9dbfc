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
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a catalog: the YAML files of its folder, and of those below it, where sources lie too, those that hold
 * documents of a catalog. Hidden folders and those that build tools fill are left out; linked folders are not entered.
 */
final class CatalogFolder {
    private final Path folder;

    CatalogFolder(Path folder) {
        this.folder = folder;
    }

    /** The text of each file, by its name relative to the folder; what cannot be read is noted. */
    SortedMap<String, String> texts(List<Problem> problems) {
        CatalogTexts texts = new CatalogTexts(folder.toString(), problems);
        try {
            Path root = folder.toRealPath();
            if (!Files.isDirectory(root)) {
                throw new IOException("it is a file");
            }
            read(root, texts, problems);
        } catch (IOException e) {
            problems.add(new Problem(
                    "no-folder",
                    "The folder of the catalog cannot be read: " + CatalogFile.reason(e) + ".",
                    Place.outside(folder.toString()),
                    "",
                    "Name a folder that exists and may be read."));
        }
        return texts.texts();
    }

    private static void read(Path root, CatalogTexts texts, List<Problem> problems) throws IOException {
        for (Map.Entry<String, Path> file : files(root, problems).entrySet()) {
            if (!new CatalogFile(root, file.getKey(), file.getValue()).addTo(texts, problems)) {
                texts.refuseMore();
                return;
            }
        }
    }

    private static SortedMap<String, Path> files(Path root, List<Problem> problems) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(root) || !CatalogTexts.isLeftOut(fileName(directory))
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (CatalogTexts.isYaml(fileName(file))) {
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

    private static String fileName(Path path) {
        return Objects.toString(path.getFileName(), "");
    }

    private static String name(Path root, Path file) {
        return Quoted.printable(root.relativize(file).toString().replace('\\', '/'));
    }
}
