package io.jenkins.plugins.servicedelivery.core.shared;

import java.util.Comparator;

/**
 * Where something was written: a file (relative, with forward slashes), a line and a column, both counted from 1.
 * Line 0 means the file as a whole.
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::column);

    /** Something that no file says, for example an argument of a step; {@code what} names it. */
    public static Place outside(String what) {
        return new Place(what, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
