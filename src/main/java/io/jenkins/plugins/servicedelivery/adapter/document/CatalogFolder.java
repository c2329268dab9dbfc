package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The YAML files of a catalog's folder and of those below it. Hidden folders and those that build tools fill are left
 * out; a link counts only where it leads to a file inside the folder.
 */
final class CatalogFolder {
    /** UTF-8 needs at most four bytes for a character. */
    private static final int MOST_BYTES = 4 * YamlLimits.CATALOG.codePoints();

    private static final int MOST_FILES = 1000;
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
            SortedMap<String, Path> files = files(root, problems);
            if (files.size() > MOST_FILES) {
                problems.add(problem(
                        "too-many-files",
                        folder.toString(),
                        "There are more than " + MOST_FILES + " YAML files.",
                        "Name the folder of the catalog alone."));
                return texts;
            }
            files.forEach((name, file) -> text(root, name, file, problems).ifPresent(text -> texts.put(name, text)));
        } catch (IOException e) {
            problems.add(problem(
                    "no-folder",
                    folder.toString(),
                    "The folder of the catalog cannot be read: " + reason(e) + ".",
                    "Name a folder that exists and may be read."));
        }
        return texts;
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
                return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                problems.add(unreadable(name(root, file), reason(e)));
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
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static Optional<String> text(Path root, String name, Path file, List<Problem> problems) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(root)) {
                problems.add(problem(
                        "link-leads-out",
                        name,
                        "The link leads out of the catalog's folder.",
                        "Put the file itself there."));
                return Optional.empty();
            }
            if (!Files.isRegularFile(real)) {
                problems.add(unreadable(name, "it is not a file"));
                return Optional.empty();
            }
            return decode(name, bytes(real), problems);
        } catch (IOException e) {
            problems.add(unreadable(name, reason(e)));
            return Optional.empty();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private static Optional<String> decode(String name, byte[] bytes, List<Problem> problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add(YamlReader.tooLarge(name, YamlLimits.CATALOG.codePoints()));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            problems.add(new Problem(
                    "not-utf-8", "The file is not text in UTF-8.", end(name, text), "", "Save it as UTF-8."));
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    /** The place after this text. */
    private static Place end(String name, CharSequence text) {
        String[] lines = text.toString().split("\n", -1);
        String last = lines[lines.length - 1];
        return new Place(name, lines.length, last.codePointCount(0, last.length()) + 1);
    }

    private static Problem unreadable(String name, String reason) {
        return problem(
                "unreadable-file", name, "The file cannot be read: " + reason + ".", "Let it be read, or remove it.");
    }

    private static Problem problem(String code, String where, String message, String remedy) {
        return new Problem(code, message, Place.outside(where), "", remedy);
    }

    private static String reason(IOException e) {
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
