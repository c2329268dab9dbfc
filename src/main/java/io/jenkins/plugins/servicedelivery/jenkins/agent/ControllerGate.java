package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.io.IOException;
import java.util.List;

/**
 * What work on an agent may ask of the controller, and all that it may ask. Every method is short; a command is begun and
 * looked at from time to time, so that no thread of the controller waits for it. Whoever implements this trusts no argument.
 */
public interface ControllerGate {
    /** Where the images of a product line go, of which the catalog says that they go to this host. */
    Destination destination(String line, String host) throws AgentException, IOException, InterruptedException;

    /** How the registry of a base image is reached. */
    RegistryAccess baseRegistry(String host) throws AgentException, IOException, InterruptedException;

    /** The digest that a tag means in the built-in registry; null where it has no such image. */
    @CheckForNull
    String find(String image) throws AgentException, IOException, InterruptedException;

    /** Those of these digests that the built-in registry does not hold. */
    List<String> lacking(List<String> digests) throws AgentException, IOException, InterruptedException;

    /**
     * Takes a piece of a file of an OCI layout.
     *
     * @param file the digest of a blob, or {@code index.json}
     * @param offset how much of the file came before
     */
    void receive(String file, long offset, byte[] piece) throws AgentException, IOException, InterruptedException;

    /** Starts a command where the step's blocks say that commands run. */
    void begin(String id, CommandOrder order) throws AgentException, IOException, InterruptedException;

    /** How a command has ended; null while it runs. */
    @CheckForNull
    CommandEnd look(String id) throws AgentException, IOException, InterruptedException;

    /** Stops a command and all that it has started, and returns the end of what it said; nothing where it is not known. */
    String stop(String id) throws AgentException, IOException, InterruptedException;

    /** Shows a line in the console. */
    void say(String line) throws IOException, InterruptedException;

    /** The work has come to its end, whichever; nothing of it is left on the agent. */
    void ended() throws IOException, InterruptedException;
}
