package io.jenkins.plugins.servicedelivery.core.shared;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program to run: its words (never a shell line), the folder it runs in, variables added to the runner's own, and
 * how long it may take.
 *
 * @param folder absolute path on the machine where the command runs
 */
public record Command(List<String> words, String folder, Map<String, String> variables, Duration limit) {
    public Command {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }
}
