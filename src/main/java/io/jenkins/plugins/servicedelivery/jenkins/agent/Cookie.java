package io.jenkins.plugins.servicedelivery.jenkins.agent;

import hudson.util.ProcessTree;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * A variable that all processes of one piece of work are given, their children included, however deep: so they are found
 * again by whoever has to end them.
 */
public record Cookie(String value) implements Serializable {
    private static final Logger LOGGER = Logger.getLogger(Cookie.class.getName());
    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f-]{36}");

    /** Ours alone. Those of Jenkins itself have other meanings. */
    static final String VARIABLE = "SERVICE_DELIVERY_COOKIE";

    public Cookie {
        if (!isOne(value)) {
            throw new IllegalArgumentException("this is no cookie");
        }
    }

    /** A cookie that nobody has had before. */
    public static Cookie fresh() {
        return new Cookie(UUID.randomUUID().toString());
    }

    static boolean isOne(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    Map<String, String> variables() {
        return Map.of(VARIABLE, value);
    }

    /** Ends all processes of this machine that have it; an interruption is kept for afterwards. */
    void endProcesses() {
        boolean interrupted = Thread.interrupted();
        try {
            ProcessTree.get().killAll(variables());
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "processes with " + this + " could not be ended");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
