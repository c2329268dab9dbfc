package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.io.Serializable;

/**
 * Where images go.
 *
 * @param host by which they are named
 * @param access how that registry is reached from where they are built; null for the built-in one, which only the
 *     controller can write
 */
public record Destination(String host, @CheckForNull RegistryAccess access) implements Serializable {
    /** Whether images go to the registry that is built into the controller. */
    public boolean isBuiltIn() {
        return access == null;
    }
}
