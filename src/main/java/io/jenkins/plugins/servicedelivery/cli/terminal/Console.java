package io.jenkins.plugins.servicedelivery.cli.terminal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Says things: results on standard output, everything else on standard error. With JSON, standard output gets exactly one
 * document.
 */
public final class Console {
    private static final String BACK_AND_CLEAR = "\r\u001b[K";
    private static final int WIDEST = 79;

    /** What moves a cursor or hides text, other than line ends, tabs and our own colours. */
    private static final Pattern CONTROL =
            Pattern.compile("(?!\\r?\\n|\\t|\\u001b\\[\\d{1,2}m)[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final Terminal terminal;
    private final Settings settings;
    private boolean lineIsOpen;

    /** What a user chose for the output. */
    public record Settings(boolean json, boolean coloured, boolean quiet) {}

    public Console(Terminal terminal, Settings settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    /** Prints the result, once for a command: the lines for people, or the document. */
    public synchronized void result(List<String> lines, Object document) {
        closeLine();
        if (settings.json()) {
            document(document);
        } else {
            lines.forEach(line -> terminal.out().println(harmless(line)));
            terminal.out().flush();
        }
    }

    /** Prints a part of a result that comes bit by bit; nothing where scripts get a document in the end. */
    public synchronized void say(String line) {
        closeLine();
        if (!settings.json()) {
            terminal.out().println(harmless(line));
            terminal.out().flush();
        }
    }

    /** Prints a document on standard output, whatever was chosen. */
    public void document(Object document) {
        terminal.out().println(Json.text(document));
        terminal.out().flush();
    }

    /** Prints a message that also {@code --quiet} shows: why nothing came of it. */
    public synchronized void complaint(String text) {
        closeLine();
        terminal.err().println(harmless(text));
        terminal.err().flush();
    }

    /** Prints a message that stays. */
    public synchronized void message(String text) {
        if (!settings.quiet()) {
            closeLine();
            terminal.err().println(harmless(text));
            terminal.err().flush();
        }
    }

    /** Shows what goes on just now, in place of what this showed before; nothing where nobody watches. */
    public synchronized void glimpse(String text) {
        if (isLive()) {
            terminal.err().print(BACK_AND_CLEAR + shortened(harmless(text)));
            terminal.err().flush();
            lineIsOpen = true;
        }
    }

    /** Whether {@link #glimpse} shows anything. */
    public boolean isLive() {
        return terminal.watched() && !settings.quiet();
    }

    /** The text in a style, where colours are on. */
    public String paint(Style style, String text) {
        return style.paint(text, settings.coloured());
    }

    /** Texts come from files, commands and servers, too: none of them gets to move the cursor. */
    private static String harmless(String text) {
        return CONTROL.matcher(text)
                .replaceAll(found -> String.format("\\\\u%04x", found.group().codePointAt(0)));
    }

    /** A line that wraps could not be cleared, and a program is not told how wide its terminal is. */
    private static String shortened(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
    }

    private void closeLine() {
        if (lineIsOpen) {
            terminal.err().print(BACK_AND_CLEAR);
            lineIsOpen = false;
        }
    }
}
