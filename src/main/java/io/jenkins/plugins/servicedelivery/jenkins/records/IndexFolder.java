package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The files of the index, one for each product line on a cluster. */
final class IndexFolder {
    private static final Logger LOGGER = Logger.getLogger(IndexFolder.class.getName());
    private static final String SUFFIX = ".json";

    /**
     * What the files hold.
     *
     * @param damaged some could not be read, and were put aside
     */
    record Content(List<IndexedLine> lines, boolean damaged) {}

    /** What the file of a line on a cluster is called; neither name can hold a point. */
    static String name(String cluster, String line) {
        return cluster + "." + line;
    }

    JsonFile<IndexedLine> file(String name) {
        return new JsonFile<>(folder().resolve(name + SUFFIX), IndexedLine.class);
    }

    Content load() {
        List<IndexedLine> lines = new ArrayList<>();
        boolean damaged = false;
        for (Path path : paths()) {
            Optional<IndexedLine> line = read(new JsonFile<>(path, IndexedLine.class));
            line.ifPresent(lines::add);
            damaged |= line.isEmpty();
        }
        return new Content(lines, damaged);
    }

    private static Optional<IndexedLine> read(JsonFile<IndexedLine> file) {
        try {
            Optional<IndexedLine> line = file.read();
            if (line.isPresent() && line.get().isWhole()) {
                return line;
            }
            LOGGER.warning(() -> file + " does not hold what it should, and is put aside; the index is built again");
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> file + " is damaged and is put aside; the index is built again");
        }
        try {
            file.setAside();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> file + " could not be put aside");
        }
        return Optional.empty();
    }

    private static List<Path> paths() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), "*" + SUFFIX)) {
            files.forEach(paths::add);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The index in " + folder() + " cannot be read");
        }
        return paths;
    }

    private static Path folder() {
        return JenkinsFacade.ownFolder().resolve("index");
    }
}
