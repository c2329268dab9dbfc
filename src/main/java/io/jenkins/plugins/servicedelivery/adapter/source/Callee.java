package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.Optional;
import java.util.Set;

/**
 * What stands before an opening parenthesis: a method, a constructor or an annotation.
 *
 * @param receiver the first word of {@code log.atInfo().log(}; empty where the method stands alone
 * @param owner the word right before the name: {@code URI} of {@code java.net.URI.create(}; empty where there is none
 * @param name the last word: method, class or annotation
 * @param startAt its first token
 */
record Callee(String receiver, String owner, String name, boolean isNew, boolean isAnnotation, int startAt) {
    private static final Set<String> STATEMENTS = Set.of(
            "if", "while", "for", "switch", "catch", "return", "throw", "synchronized", "try", "assert", "yield");
    private static final int LONGEST_CHAIN = 200;

    /** The callee of a call whose arguments begin at this parenthesis; empty where it only groups. */
    static Optional<Callee> before(JavaSource source, int open) {
        int last = skipTypeArguments(source, open - 1);
        if (source.at(last).kind() != JavaToken.Kind.WORD
                || STATEMENTS.contains(source.at(last).text())) {
            return Optional.empty();
        }
        int start = startOfChain(source, last);
        JavaToken before = source.at(start - 1);
        boolean isNew = before.isWord("new");
        String receiver = start == last ? "" : source.at(start).text();
        String owner = start == last ? "" : source.at(last - 2).text();
        return Optional.of(new Callee(
                receiver, owner, source.at(last).text(), isNew, before.isSymbol('@'), isNew ? start - 1 : start));
    }

    /** The first token of {@code a.b().c} when {@code c} is given. */
    static int startOfChain(JavaSource source, int last) {
        int start = last;
        for (int step = 0; step < LONGEST_CHAIN && source.at(start - 1).isSymbol('.'); step++) {
            int end = start - 2;
            if (source.at(end).isSymbol(')')) {
                int open = source.partner(end);
                if (open < 0) {
                    return start;
                }
                start = source.at(open - 1).kind() == JavaToken.Kind.WORD ? open - 1 : open;
            } else if (source.at(end).kind() == JavaToken.Kind.SYMBOL) {
                return start;
            } else {
                start = end;
            }
        }
        return start;
    }

    private static int skipTypeArguments(JavaSource source, int last) {
        if (!source.at(last).isSymbol('>')) {
            return last;
        }
        int depth = 0;
        for (int i = last; i >= 0 && i > last - LONGEST_CHAIN; i--) {
            depth += source.at(i).isSymbol('>') ? 1 : 0;
            depth -= source.at(i).isSymbol('<') ? 1 : 0;
            if (depth == 0) {
                return i - 1;
            }
        }
        return last;
    }
}
