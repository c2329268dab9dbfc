package io.jenkins.plugins.servicedelivery.core.environment;

import java.util.List;

/**
 * How far the world is from what a state wants.
 *
 * @param missing what the state's effects should have done and the world does not show
 * @param pending what is done and needs time
 */
record EnvironmentOutlook(List<String> missing, List<String> pending) {
    EnvironmentOutlook {
        missing = List.copyOf(missing);
        pending = List.copyOf(pending);
    }

    boolean isDone() {
        return missing.isEmpty() && pending.isEmpty();
    }

    /** What is still to come, in words. */
    String words() {
        return String.join(", ", missing.isEmpty() ? pending : missing);
    }
}
