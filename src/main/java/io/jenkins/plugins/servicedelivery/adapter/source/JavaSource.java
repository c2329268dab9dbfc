package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A Java source as a row of tokens whose brackets know each other. Brackets that match nothing stand alone. */
final class JavaSource {
    private static final JavaToken END = new JavaToken(JavaToken.Kind.SYMBOL, "\0", Integer.MAX_VALUE);
    private static final int NONE = -1;
    private final JavaText text;
    private final List<JavaToken> tokens;
    private final int[] around;
    private final int[] partner;

    JavaSource(JavaText text, List<JavaToken> tokens) {
        this.text = text;
        this.tokens = tokens;
        around = new int[tokens.size()];
        partner = new int[tokens.size()];
        Arrays.fill(partner, NONE);
        pair();
    }

    int size() {
        return tokens.size();
    }

    /** The token at an index; one that is nothing before the first and behind the last. */
    JavaToken at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
    }

    /** The opening bracket around a token, -1 where there is none. */
    int around(int index) {
        return index >= 0 && index < around.length ? around[index] : NONE;
    }

    /** The bracket that belongs to this one, -1 where there is none. */
    int partner(int index) {
        return index >= 0 && index < partner.length ? partner[index] : NONE;
    }

    Place place(int index) {
        return text.place(at(index).index());
    }

    /** Whether a symbol stands here that is no part of a longer operator such as {@code ==} or {@code +=}. */
    boolean isAlone(int index, char symbol) {
        return at(index).isSymbol(symbol) && !touchesOperator(index, index - 1) && !touchesOperator(index, index + 1);
    }

    private boolean touchesOperator(int index, int neighbour) {
        JavaToken other = at(neighbour);
        return other.kind() == JavaToken.Kind.SYMBOL
                && Math.abs(other.index() - at(index).index()) == 1
                && "=+-*/%&|^!<>".contains(other.text());
    }

    private void pair() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            around[i] = open.isEmpty() ? NONE : open.peek();
            if (tokens.get(i).kind() == JavaToken.Kind.SYMBOL) {
                pair(i, open);
            }
        }
    }

    private void pair(int index, Deque<Integer> open) {
        switch (tokens.get(index).text().charAt(0)) {
            case '(', '[', '{' -> open.push(index);
            case ')' -> close('(', index, open);
            case ']' -> close('[', index, open);
            case '}' -> close('{', index, open);
            default -> {}
        }
    }

    private void close(char opening, int index, Deque<Integer> open) {
        if (!open.isEmpty() && tokens.get(open.peek()).isSymbol(opening)) {
            int start = open.pop();
            partner[start] = index;
            partner[index] = start;
            around[index] = around[start];
        }
    }
}
