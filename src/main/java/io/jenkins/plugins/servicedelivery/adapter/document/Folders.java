package io.jenkins.plugins.servicedelivery.adapter.document;

import java.util.Optional;
import java.util.regex.Pattern;

/** Paths of files and folders as a catalog writes them: with forward slashes, whatever the machine. */
final class Folders {
    /** {@code .}, or path segments none of which is empty, {@code .} or {@code ..}. */
    private static final String SEGMENT = "(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+";

    private static final Pattern BELOW = Pattern.compile("\\.|" + SEGMENT + "(/" + SEGMENT + ")*/?");
    private static final Pattern IN_IMAGE = Pattern.compile("/|(/" + SEGMENT + ")+/?");

    private Folders() {}

    /** Relative, and not out of the folder that it is relative to. */
    static Optional<String> below(Item item) {
        return Scalars.text(
                item,
                BELOW,
                "bad-path",
                "not a relative path that stays inside its folder",
                "Write it with forward slashes, without a leading slash, \"..\", colon or backslash.");
    }

    /** Absolute, inside an image. */
    static Optional<String> inImage(Item item) {
        return Scalars.text(
                item,
                IN_IMAGE,
                "bad-path",
                "not an absolute path",
                "Write it with a leading slash and without \"..\", for example /app/classes.");
    }
}
