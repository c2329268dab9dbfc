package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.shared.Command;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A command on its way to where it is started. */
public record CommandOrder(List<String> words, String folder, Map<String, String> variables) implements Serializable {
    /** The order for a command; its limit is kept by whoever waits for its end. */
    static CommandOrder of(Command command) {
        return new CommandOrder(new ArrayList<>(command.words()), command.folder(), new TreeMap<>(command.variables()));
    }

    /** What was tried, where it fails. */
    String tried() {
        return "Running \"" + String.join(" ", words) + "\"";
    }
}
