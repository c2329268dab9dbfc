package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;

/** Names that users write as arguments of steps. */
final class Names {
    private Names() {}

    /** The name; where it is none, the failure says which argument it is and why. */
    static Name parse(String argument, @CheckForNull String text) {
        String name = Util.fixNull(text).trim();
        Name.whyNot(name).ifPresent(reason -> {
            throw new FailedException(
                    "Reading the argument \"" + argument + "\"",
                    name.isEmpty() ? "it is missing" : Quoted.of(name) + " is not a name: " + reason,
                    "Write the name as the catalog has it.");
        });
        return Name.of(name);
    }
}
