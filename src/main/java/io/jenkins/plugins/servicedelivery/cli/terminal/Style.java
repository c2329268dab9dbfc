package io.jenkins.plugins.servicedelivery.cli.terminal;

/** Colours that stress what the words say already; switched off they leave the words as they are. */
public enum Style {
    GOOD("32"),
    BAD("31"),
    ATTENTION("33"),
    FAINT("2"),
    STRONG("1");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text in this style, or as it is where colours are off. */
    public String paint(String text, boolean coloured) {
        return coloured ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
