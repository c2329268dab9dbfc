package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes texts from literals, concatenation, formats and constants, without running anything. */
final class Expressions {
    private static final int DEEPEST = 24;
    private static final int LONGEST = 4_000;
    private static final int MOST_OPERANDS = 500;
    private static final Set<String> SAME_TEXT = Set.of("trim", "strip", "toString", "intern", "toLowerCase");
    private final Constants constants;
    private final Map<Declaration, String> values = new IdentityHashMap<>();

    Expressions(Constants constants) {
        this.constants = constants;
    }

    /** The first token of the concatenation that an operand belongs to. */
    int startOf(JavaSource source, int operand) {
        int start = operand;
        for (int step = 0; step < MOST_OPERANDS; step++) {
            int before = isFormat(source, start) ? start - 4 : operandBefore(source, start);
            if (before == start) {
                return start;
            }
            start = before;
        }
        return start;
    }

    private static boolean isFormat(JavaSource source, int start) {
        return source.at(start - 1).isSymbol('(')
                && source.at(start - 2).isWord("format")
                && source.at(start - 4).isWord("String");
    }

    /** The first token of the operand on the other side of a plus sign; the same token where there is none. */
    private static int operandBefore(JavaSource source, int start) {
        if (!source.isAlone(start - 1, '+')) {
            return start;
        }
        int last = start - 2;
        JavaToken end = source.at(last);
        if (end.kind() == JavaToken.Kind.SYMBOL && !end.isSymbol(')')) {
            return start;
        }
        int first = end.isSymbol(')') ? beforeCall(source, last) : Callee.startOfChain(source, last);
        return first < 0 ? start : source.at(first - 1).isWord("new") ? first - 1 : first;
    }

    /** The text that begins here. */
    Expression evaluate(JavaSource source, int start) {
        return concatenation(source, start, 0);
    }

    /** The value of a declared name, computed once; a name that needs itself is unknown. */
    String valueOf(Declaration declaration) {
        return valueOf(declaration, 0);
    }

    private String valueOf(Declaration declaration, int depth) {
        String known = values.putIfAbsent(declaration, Expression.UNKNOWN);
        if (known != null) {
            return known;
        }
        Expression value = concatenation(declaration.source(), declaration.valueAt(), depth + 1);
        boolean whole = endsDeclaration(declaration.source(), value.endAt());
        values.put(declaration, whole ? value.text() : Expression.UNKNOWN);
        return values.get(declaration);
    }

    private Expression concatenation(JavaSource source, int start, int depth) {
        StringBuilder text = new StringBuilder();
        Expression operand = operand(source, start, depth);
        text.append(operand.text());
        while (source.isAlone(operand.endAt(), '+')) {
            operand = operand(source, operand.endAt() + 1, depth);
            text.append(text.length() < LONGEST ? operand.text() : "");
        }
        return new Expression(text.toString(), operand.endAt());
    }

    private Expression operand(JavaSource source, int start, int depth) {
        JavaToken token = source.at(start);
        if (depth > DEEPEST) {
            return new Expression(Expression.UNKNOWN, start + 1);
        }
        return switch (token.kind()) {
            case TEXT -> calls(source, new Expression(token.text(), start + 1), depth);
            case NUMBER -> new Expression(number(token.text()), start + 1);
            case WORD -> named(source, start, depth);
            case SYMBOL -> token.isSymbol('(') ? grouped(source, start, depth) : unknown(start);
        };
    }

    private Expression grouped(JavaSource source, int open, int depth) {
        int close = source.partner(open);
        if (close < 0) {
            return unknown(open);
        }
        Expression inside = concatenation(source, open + 1, depth + 1);
        String text = inside.endAt() == close ? inside.text() : Expression.UNKNOWN;
        return calls(source, new Expression(text, close + 1), depth);
    }

    private Expression named(JavaSource source, int start, int depth) {
        if (source.at(start).isWord("new")) {
            int open = start + 1;
            while (source.at(open).kind() == JavaToken.Kind.WORD
                    || source.at(open).isSymbol('.')) {
                open++;
            }
            return new Expression(Expression.UNKNOWN, Math.max(open, source.partner(open) + 1));
        }
        int last = start;
        while (source.at(last + 1).isSymbol('.') && source.at(last + 2).kind() == JavaToken.Kind.WORD) {
            if (source.at(last + 3).isSymbol('(')) {
                break;
            }
            last += 2;
        }
        if (source.at(last + 1).isSymbol('(') || source.at(last + 1).isSymbol('[')) {
            return unknownCall(source, last + 1);
        }
        boolean isStringClass = source.at(start).isWord("String") && last == start;
        if (isStringClass && source.at(start + 2).isWord("format")) {
            return format(source, start + 3, depth);
        }
        String text = constant(source, start, last, depth);
        return calls(source, new Expression(text, last + 1), depth);
    }

    private String constant(JavaSource source, int start, int last, int depth) {
        String qualifier = last == start ? "" : source.at(last - 2).text();
        return constants
                .find(source, qualifier, source.at(last).text())
                .map(declaration -> valueOf(declaration, depth))
                .orElse(Expression.UNKNOWN);
    }

    private static boolean endsDeclaration(JavaSource source, int end) {
        return source.at(end).isSymbol(';')
                || source.at(end).isSymbol(',')
                || source.at(end).isSymbol(')');
    }

    /** What follows a text: {@code .formatted(…)} fills it, {@code .strip()} keeps it, everything else hides its end. */
    private Expression calls(JavaSource source, Expression receiver, int depth) {
        Expression value = receiver;
        while (source.at(value.endAt()).isSymbol('.')
                && source.at(value.endAt() + 2).isSymbol('(')
                && source.partner(value.endAt() + 2) > 0) {
            int open = value.endAt() + 2;
            String method = source.at(open - 1).text();
            int end = source.partner(open) + 1;
            if (method.equals("formatted")) {
                value = new Expression(Formats.fill(value.text(), arguments(source, open, depth)), end);
            } else {
                value = new Expression(SAME_TEXT.contains(method) ? value.text() : value.text() + Expression.HOLE, end);
            }
        }
        return value;
    }

    private Expression format(JavaSource source, int open, int depth) {
        List<String> arguments = arguments(source, open, depth);
        if (arguments.isEmpty()) {
            return unknownCall(source, open);
        }
        String text = Formats.fill(arguments.get(0), arguments.subList(1, arguments.size()));
        return calls(source, new Expression(text, source.partner(open) + 1), depth);
    }

    private List<String> arguments(JavaSource source, int open, int depth) {
        List<String> arguments = new ArrayList<>();
        int close = source.partner(open);
        int at = open + 1;
        while (at < close && arguments.size() < DEEPEST) {
            Expression argument = concatenation(source, at, depth + 1);
            boolean whole = source.at(argument.endAt()).isSymbol(',') || argument.endAt() == close;
            arguments.add(whole ? argument.text() : Expression.UNKNOWN);
            at = nextArgument(source, Math.max(at, argument.endAt()), open, close);
        }
        return arguments;
    }

    private static int nextArgument(JavaSource source, int from, int open, int close) {
        int at = from;
        while (at < close && !(source.at(at).isSymbol(',') && source.around(at) == open)) {
            at++;
        }
        return at + 1;
    }

    private static int beforeCall(JavaSource source, int close) {
        int open = source.partner(close);
        return open < 0
                ? open
                : Callee.before(source, open).map(Callee::startAt).orElse(open);
    }

    private static Expression unknownCall(JavaSource source, int open) {
        int end = Math.max(open, source.partner(open) + 1);
        while (source.at(end).isSymbol('.') || source.at(end).kind() == JavaToken.Kind.WORD) {
            end = source.at(end + 1).isSymbol('(') && source.partner(end + 1) > 0
                    ? source.partner(end + 1) + 1
                    : end + 1;
        }
        return new Expression(Expression.UNKNOWN, end);
    }

    private static Expression unknown(int start) {
        return new Expression(Expression.UNKNOWN, start + 1);
    }

    private static String number(String written) {
        return written.chars().allMatch(Character::isDigit) ? written : Expression.UNKNOWN;
    }
}
