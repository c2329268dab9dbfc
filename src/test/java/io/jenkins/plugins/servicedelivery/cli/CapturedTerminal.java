package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** A terminal whose output a test reads, for example {@code new CapturedTerminal().run("validate")}. */
public final class CapturedTerminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private boolean watched;
    private Map<String, String> variables = Map.of();

    /** A person watches. */
    public CapturedTerminal watched() {
        watched = true;
        return this;
    }

    public CapturedTerminal with(Map<String, String> these) {
        variables = these;
        return this;
    }

    public Terminal terminal() {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), watched, variables);
    }

    /** Runs a command and returns its exit code. */
    int run(String... arguments) {
        return Main.run(terminal(), arguments);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
