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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The texts of a catalog while they are gathered, wherever its files lie. Its rules say which files belong to it: the
 * YAML files of its folder, and of those below it, where sources lie too, those that hold documents of a catalog. Hidden
 * folders and those that build tools fill are left out. What cannot be read, and what is too much, is noted.
 */
public final class CatalogTexts {
    private static final int MOST_FILES = 1000;
    private static final long MOST_CHARACTERS = 32L * YamlLimits.CATALOG.codePoints();

    /** UTF-8 needs at most four bytes for a character. */
    private static final int MOST_BYTES = 4 * YamlLimits.CATALOG.codePoints();

    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules");
    private static final Pattern MARK =
            Pattern.compile("(?m)^[ \t\"']*(apiVersion[\"']?[ \t]*:[ \t\"']*service-delivery/"
                    + "|kind[\"']?[ \t]*:[ \t\"']*(" + String.join("|", Kind.names()) + ")[\"']?[ \t]*(#|\r?$))");

    private final String origin;
    private final List<Problem> problems;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private long characters;

    /**
     * @param origin what the catalog is read from, for messages about all of it
     * @param problems where what is wrong is noted
     */
    public CatalogTexts(String origin, List<Problem> problems) {
        this.origin = origin;
        this.problems = problems;
    }

    /** Whether a folder of this name, other than the catalog's own, is left out. */
    public static boolean isLeftOut(String folder) {
        return folder.startsWith(".") || LEFT_OUT.contains(folder);
    }

    /** Whether a file of this name may be part of a catalog. */
    public static boolean isYaml(String file) {
        return !file.startsWith(".") && (file.endsWith(".yaml") || file.endsWith(".yml"));
    }

    /** Whether a file is part of the catalog: below its folder, only one that holds a document of a catalog. */
    static boolean isPart(String name, String text) {
        return !name.contains("/") || MARK.matcher(text).find();
    }

    /**
     * Takes a file if it is part of the catalog.
     *
     * @param name of the file, relative to the catalog's folder, with forward slashes
     * @return whether there is room for more
     */
    public boolean add(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (isPart(name, new String(bytes, StandardCharsets.ISO_8859_1))) {
            decode(name, bytes).filter(text -> !text.isEmpty()).ifPresent(text -> {
                texts.put(name, text);
                characters += text.length();
            });
        }
        return !isTooLarge();
    }

    /** Notes that there is more than anybody would call a catalog. */
    public void refuseMore() {
        String most = MOST_FILES + " files or " + MOST_CHARACTERS + " characters.";
        problems.add(new Problem(
                "catalog-too-large",
                "The catalog has more than " + most,
                Place.outside(origin),
                "",
                "Name the folder of the catalog alone."));
    }

    /** The text of each file, by its name. */
    public SortedMap<String, String> texts() {
        return texts;
    }

    private boolean isTooLarge() {
        return texts.size() > MOST_FILES || characters > MOST_CHARACTERS;
    }

    private Optional<String> decode(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            problems.add(YamlReader.tooLarge(name, YamlLimits.CATALOG.codePoints()));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            String message = "The file is not text in UTF-8.";
            problems.add(new Problem("not-utf-8", message, endOf(name, text), "", "Save it as UTF-8."));
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    private static Place endOf(String name, CharSequence text) {
        String[] lines = text.toString().split("\n", -1);
        String last = lines[lines.length - 1];
        return new Place(name, lines.length, last.codePointCount(0, last.length()) + 1);
    }
}
