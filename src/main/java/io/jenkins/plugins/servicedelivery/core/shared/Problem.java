package io.jenkins.plugins.servicedelivery.core.shared;

import java.util.Comparator;

/**
 * One mistake in something a user wrote. It says what is wrong, where (the file place and the path inside the document,
 * for example {@code services.orders.ports}) and what to do about it.
 *
 * @param code a stable identifier in lower-case with hyphens, for example {@code unknown-service}; scripts and docs use it
 */
public record Problem(String code, String message, Place place, String path, String remedy)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place).thenComparing(Problem::code).thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** One line: place, message, remedy. */
    @Override
    public String toString() {
        return place + ": " + message + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
