package io.jenkins.plugins.servicedelivery.core.shared;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody probably meant to write. */
public final class Suggestion {
    private static final int MOST_EDITS = 3;
    private static final int MOST_LISTED = 20;

    private Suggestion() {}

    /** {@code Did you mean "x"?} for the nearest candidate, else the list of what there is, else nothing. */
    public static String didYouMean(String written, Collection<String> candidates) {
        return nearest(written, candidates)
                .map(near -> "Did you mean \"" + Quoted.printable(near) + "\"?")
                .orElseGet(() -> candidates.isEmpty() ? "" : "Known: " + list(candidates) + ".");
    }

    private static String list(Collection<String> candidates) {
        String first = candidates.stream().sorted().limit(MOST_LISTED).collect(Collectors.joining(", "));
        int more = candidates.size() - MOST_LISTED;
        return Quoted.printable(more > 0 ? first + " and " + more + " more" : first);
    }

    /** The candidate nearest to the written word by edit distance, where it is near enough to be a slip. */
    public static Optional<String> nearest(String written, Collection<String> candidates) {
        int most = Math.min(MOST_EDITS, Math.max(1, written.length() / 3));
        return candidates.stream()
                // First the lengths: they are cheap to compare, and what was written may be megabytes.
                .filter(candidate -> Math.abs(written.length() - candidate.length()) <= most)
                .filter(candidate -> distance(written, candidate) <= most)
                .min(Comparator.comparingInt((String candidate) -> distance(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        int substitution = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(substitution, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
