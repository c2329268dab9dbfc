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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One YAML file that may be part of a catalog. */
final class CatalogFile {
    /** UTF-8 needs at most four bytes for a character. */
    private static final int MOST_BYTES = 4 * YamlLimits.CATALOG.codePoints();

    private static final Pattern MARK =
            Pattern.compile("(?m)^[ \t\"']*(apiVersion[\"']?[ \t]*:[ \t\"']*service-delivery/"
                    + "|kind[\"']?[ \t]*:[ \t\"']*(" + String.join("|", Kind.names()) + ")[\"']?[ \t]*(#|\r?$))");

    private final Path root;
    private final String name;
    private final Path file;

    /** @param name of the file, relative to the root, with forward slashes */
    CatalogFile(Path root, String name, Path file) {
        this.root = root;
        this.name = name;
        this.file = file;
    }

    /** Whether a file is part of the catalog: below its folder, only one that holds a document of a catalog. */
    static boolean isPart(String name, String text) {
        return !name.contains("/") || MARK.matcher(text).find();
    }

    /** The text, where it is part of the catalog and can be read; what is wrong is noted. */
    Optional<String> text(List<Problem> problems) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(root)) {
                String message = "The link leads out of the catalog's folder.";
                problems.add(
                        new Problem("link-leads-out", message, Place.outside(name), "", "Put the file itself there."));
                return Optional.empty();
            }
            if (!Files.isRegularFile(real)) {
                problems.add(unreadable(name, "it is not a file"));
                return Optional.empty();
            }
            byte[] bytes = bytes(real);
            boolean part = isPart(name, new String(bytes, StandardCharsets.ISO_8859_1));
            return part ? decode(bytes, problems) : Optional.empty();
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

    private Optional<String> decode(byte[] bytes, List<Problem> problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add(YamlReader.tooLarge(name, YamlLimits.CATALOG.codePoints()));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            problems.add(
                    new Problem("not-utf-8", "The file is not text in UTF-8.", endOf(text), "", "Save it as UTF-8."));
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    private Place endOf(CharSequence text) {
        String[] lines = text.toString().split("\n", -1);
        String last = lines[lines.length - 1];
        return new Place(name, lines.length, last.codePointCount(0, last.length()) + 1);
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
