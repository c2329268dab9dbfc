package io.jenkins.plugins.servicedelivery.adapter.simulated;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests that arrived during a short time.
 *
 * @param from milliseconds from the beginning of the era
 * @param length milliseconds
 * @param lost answered by nobody
 * @param counts for each version of the era its answers and, of these, its errors
 */
@JsonFormat(shape = Shape.ARRAY) // there are thousands of them in the state file
record Bucket(long from, long length, long lost, List<Long> counts) {
    Bucket {
        counts = List.copyOf(counts);
    }

    long answered(int column) {
        return counts.get(2 * column);
    }

    long errors(int column) {
        return counts.get(2 * column + 1);
    }

    /** Milliseconds from the beginning of the era to its end. */
    long end() {
        return from + length;
    }

    /** The end of the longer bucket that this one is a part of. */
    long endAmong(long longer) {
        return from - from % longer + longer;
    }

    /** The sum of both, in the place of this one. */
    Bucket plus(Bucket other) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            sums.add(counts.get(i) + other.counts.get(i));
        }
        return new Bucket(from, Math.max(length, other.length), lost + other.lost, sums);
    }

    /** The same counts in the longer bucket that this one is a part of; a bucket is never made shorter. */
    Bucket widened(long wanted) {
        return wanted <= length ? this : new Bucket(from - from % wanted, wanted, lost, counts);
    }
}
