package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a Java source apart by chapter 3 of the Java Language Specification, as far as a scan needs it: comments vanish,
 * texts and characters become their values, every symbol is one character. It accepts what is no Java, too.
 */
final class JavaLexer {
    private static final String[] SYMBOLS = new String[128];
    private final JavaText source;
    private final int most;
    private final List<JavaToken> tokens = new ArrayList<>();
    private boolean complete = true;
    private int at;

    static {
        for (char c = 0; c < SYMBOLS.length; c++) {
            SYMBOLS[c] = String.valueOf(c);
        }
    }

    private JavaLexer(JavaText source, int most) {
        this.source = source;
        this.most = most;
    }

    /** The tokens of a source, at most this many. */
    static Result read(JavaText source, int most) {
        JavaLexer lexer = new JavaLexer(source, most);
        lexer.run();
        return new Result(lexer.tokens, lexer.complete);
    }

    private void run() {
        while (at < source.length()) {
            if (tokens.size() >= most) {
                complete = false;
                return;
            }
            char c = source.at(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (source.startsWith("//", at)) {
                skipLine();
            } else if (source.startsWith("/*", at)) {
                skipComment();
            } else if (source.startsWith("\"\"\"", at)) {
                textBlock();
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (Character.isJavaIdentifierStart(c)) {
                word(JavaToken.Kind.WORD);
            } else if (c >= '0' && c <= '9') {
                word(JavaToken.Kind.NUMBER);
            } else {
                add(JavaToken.Kind.SYMBOL, c < SYMBOLS.length ? SYMBOLS[c] : String.valueOf(c), at++);
            }
        }
    }

    private void skipLine() {
        while (at < source.length() && !isLineEnd(source.at(at))) {
            at++;
        }
    }

    private void skipComment() {
        at += 2;
        while (at < source.length() && !source.startsWith("*/", at)) {
            at++;
        }
        complete = complete && at < source.length();
        at += 2;
    }

    private void word(JavaToken.Kind kind) {
        int start = at;
        while (at < source.length() && Character.isJavaIdentifierPart(source.at(at))) {
            at++;
        }
        add(kind, source.slice(start, at), start);
    }

    /** A character is a text of length one: both may be part of a concatenation. */
    private void quoted(char quote) {
        int start = at++;
        while (at < source.length() && source.at(at) != quote && !isLineEnd(source.at(at))) {
            at += source.at(at) == '\\' ? 2 : 1;
        }
        boolean closed = at < source.length() && source.at(at) == quote;
        complete = complete && closed;
        add(JavaToken.Kind.TEXT, unescaped(source.slice(start + 1, Math.min(at, source.length()))), start);
        at += closed ? 1 : 0;
    }

    private void textBlock() {
        int start = at;
        at += 3;
        while (at < source.length() && !source.startsWith("\"\"\"", at)) {
            at += source.at(at) == '\\' ? 2 : 1;
        }
        complete = complete && at < source.length();
        String content = source.slice(start + 3, Math.min(at, source.length()));
        int firstLine = content.indexOf('\n');
        String lines = content.substring(firstLine + 1).replace("\r\n", "\n");
        add(JavaToken.Kind.TEXT, unescaped(lines.stripIndent()), start);
        at += 3;
    }

    private static String unescaped(String text) {
        try {
            return text.translateEscapes();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void add(JavaToken.Kind kind, String text, int index) {
        tokens.add(new JavaToken(kind, text, index));
    }

    /**
     * What was read.
     *
     * @param complete whether every text and comment ended and the limit was not reached
     */
    record Result(List<JavaToken> tokens, boolean complete) {}
}
