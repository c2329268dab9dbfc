package io.jenkins.plugins.servicedelivery.cli.terminal;

import java.io.Console;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a process of the tool kit was started: its streams, whether a person watches them, and its variables.
 *
 * @param out results, in UTF-8 whatever the locale says
 * @param err messages and progress
 * @param watched a terminal shows the streams, so that a line may be written again in place
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean watched, Map<String, String> variables) {
    /** The terminal of this process. */
    public static Terminal ofThisProcess() {
        Map<String, String> variables = System.getenv();
        return new Terminal(
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                isWatched(System.console(), variables),
                variables);
    }

    /** Whether colours are welcome: https://no-color.org. */
    public boolean mayBeColoured() {
        return watched && variables.getOrDefault("NO_COLOR", "").isEmpty();
    }

    private static boolean isWatched(Console console, Map<String, String> variables) {
        return console != null && isTerminal(console) && !"dumb".equals(variables.get("TERM"));
    }

    /** Since Java 22 there is always a console, and only it knows whether it is a terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
