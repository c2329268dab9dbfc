package io.jenkins.plugins.servicedelivery.core.shared;

/**
 * Port: runs programs where the sources are, on this machine or on an agent. Called by image building and scanning;
 * blocks until the program ends. Not idempotent: what a command does when it runs twice is the command's matter.
 */
public interface CommandRunner {
    /**
     * Runs the command and returns how it ended, a non-zero exit code included.
     *
     * @throws FailedException when it cannot be started or exceeds its limit (it and its children are then stopped)
     * @throws InterruptedException when the caller is interrupted; the program and its children are then stopped
     */
    CommandResult run(Command command) throws InterruptedException;
}
