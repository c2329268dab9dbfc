package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A regular file of a source tree.
 *
 * @param name its path as reports show it: relative to the catalog's folder, with forward slashes, printable
 */
record SourceFile(Path path, String name, long size) {
    /** The last part of the name. */
    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What follows the last dot, in lower case; empty where there is none. */
    String extension() {
        int dot = lastName().lastIndexOf('.');
        return dot < 0 ? "" : lastName().substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    Place whole() {
        return new Place(name, 0, 0);
    }
}
