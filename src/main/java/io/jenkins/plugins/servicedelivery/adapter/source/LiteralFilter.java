package io.jenkins.plugins.servicedelivery.adapter.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Says whether bytes hold any of many words, in one pass however many words there are (A. Aho and M. Corasick,
 * "Efficient string matching", 1975). Only files that pass are taken apart.
 */
final class LiteralFilter {
    private static final int NONE = -1;
    private final int[] column = new int[256];
    private final int columns;
    private final int[] next;
    private final boolean[] ends;

    LiteralFilter(Collection<String> words) {
        List<byte[]> patterns = words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
        columns = assignColumns(patterns);
        int states = 1 + patterns.stream().mapToInt(pattern -> pattern.length).sum();
        next = new int[states * columns];
        ends = new boolean[states];
        Arrays.fill(next, NONE);
        plant(patterns);
        link();
    }

    /** Whether one of the words stands in the first {@code length} bytes. */
    boolean matches(byte[] bytes, int length) {
        int state = 0;
        for (int i = 0; i < length; i++) {
            state = next[state * columns + column[bytes[i] & 0xff]];
            if (ends[state]) {
                return true;
            }
        }
        return false;
    }

    /** Bytes that stand in no word share column 0, which keeps the table small. */
    private int assignColumns(List<byte[]> patterns) {
        int used = 1;
        for (byte[] pattern : patterns) {
            for (byte b : pattern) {
                if (column[b & 0xff] == 0) {
                    column[b & 0xff] = used++;
                }
            }
        }
        return used;
    }

    private void plant(List<byte[]> patterns) {
        int used = 1;
        for (byte[] pattern : patterns) {
            int state = 0;
            for (byte b : pattern) {
                int at = state * columns + column[b & 0xff];
                if (next[at] == NONE) {
                    next[at] = used++;
                }
                state = next[at];
            }
            ends[state] = true;
        }
    }

    /** Breadth first: where a state has no way on, it goes on as the longest word's beginning that it ends with. */
    private void link() {
        int[] fallback = new int[ends.length];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int c = 0; c < columns; c++) {
            if (next[c] == NONE) {
                next[c] = 0;
            } else {
                queue.add(next[c]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            ends[state] |= ends[fallback[state]];
            for (int c = 0; c < columns; c++) {
                int at = state * columns + c;
                int otherwise = next[fallback[state] * columns + c];
                if (next[at] == NONE) {
                    next[at] = otherwise;
                } else {
                    fallback[next[at]] = otherwise;
                    queue.add(next[at]);
                }
            }
        }
    }
}
