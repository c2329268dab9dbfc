package io.jenkins.plugins.servicedelivery.core.shared;

/**
 * How a command ended.
 *
 * @param exitCode the program's exit code
 * @param output standard output and standard error as they came, at most the last 64 kB
 */
public record CommandResult(int exitCode, String output) {
    /** Whether the program says that it did what was asked. */
    public boolean succeeded() {
        return exitCode == 0;
    }
}
