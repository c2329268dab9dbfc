package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One YAML file that may be part of a catalog. */
final class CatalogFile {
    private final Path root;
    private final String name;
    private final Path file;

    /** @param name of the file, relative to the root, with forward slashes */
    CatalogFile(Path root, String name, Path file) {
        this.root = root;
        this.name = name;
        this.file = file;
    }

    /**
     * Adds the text, where it is part of the catalog and can be read; what is wrong is noted.
     *
     * @return whether there is room for more
     */
    boolean addTo(CatalogTexts texts, List<Problem> problems) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(root)) {
                String message = "The link leads out of the catalog's folder.";
                problems.add(
                        new Problem("link-leads-out", message, Place.outside(name), "", "Put the file itself there."));
                return true;
            }
            if (!Files.isRegularFile(real)) {
                problems.add(unreadable(name, "it is not a file"));
                return true;
            }
            try (InputStream in = Files.newInputStream(real)) {
                return texts.add(name, in);
            }
        } catch (IOException e) {
            problems.add(unreadable(name, reason(e)));
            return true;
        }
    }

    static Problem unreadable(String name, String reason) {
        String message = "The file cannot be read: " + reason + ".";
        return new Problem("unreadable-file", message, Place.outside(name), "", "Let it be read, or remove it.");
    }

    static String reason(IOException e) {
        String what = e.getClass().getSimpleName().replaceAll("Exception$", "");
        return switch (what) {
            case "NoSuchFile" -> "it does not exist";
            case "AccessDenied" -> "access is denied";
            case "FileSystemLoop" -> "its links form a circle";
            case "IO" -> String.valueOf(e.getMessage());
            default -> what + ": " + e.getMessage();
        };
    }
}
