package io.jenkins.plugins.servicedelivery.jenkins.views;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * The pages of a long matrix.
 *
 * @param from the number of the first service on this page, counted from 1
 * @param previous the address of the page before this one; null on the first one
 * @param next the address of the page after this one; null on the last one
 */
public record MatrixPages(int from, int to, int total, @CheckForNull String previous, @CheckForNull String next) {
    static final MatrixPages NONE = new MatrixPages(0, 0, 0, null, null);

    static MatrixPages of(MatrixQuery query, String line, int total) {
        int last = Math.max(1, (total + Matrix.PAGE - 1) / Matrix.PAGE);
        int page = Math.min(query.page(), last);
        return new MatrixPages(
                Math.min(total, (page - 1) * Matrix.PAGE + 1),
                Math.min(total, page * Matrix.PAGE),
                total,
                page > 1 ? query.address(line, page - 1) : null,
                page < last ? query.address(line, page + 1) : null);
    }

    /** Whether there is more than one. */
    public boolean isMany() {
        return previous != null || next != null;
    }

    <T> List<T> cut(List<T> all) {
        return all.isEmpty() ? all : all.subList(from - 1, to);
    }
}
