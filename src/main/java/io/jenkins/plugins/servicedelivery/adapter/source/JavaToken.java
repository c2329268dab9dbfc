package io.jenkins.plugins.servicedelivery.adapter.source;

/**
 * A word, text, number or symbol of a Java source.
 *
 * @param text what it says: of texts the value, without quotation marks and escapes
 * @param index of its first character
 */
record JavaToken(Kind kind, String text, int index) {
    /** What it is. */
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SYMBOL
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
