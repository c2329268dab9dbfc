package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;

/** Keeps writers away from what is not ours: protected namespaces, and namespaces that somebody else made. */
final class Guard {
    private Guard() {}

    /** The namespace, if we may write into it; refuses what is protected or not ours, and what is not there. */
    static SimulatedNamespace writable(World world, String name, String tried) {
        unprotected(name, tried);
        SimulatedNamespace namespace = world.namespaces().get(name);
        if (namespace == null) {
            throw new FailedException(tried, "there is no namespace " + name, "Bring the environment up first.");
        }
        if (namespace.owner().isEmpty()) {
            throw foreign(name, tried);
        }
        if (namespace.isTerminating()) {
            throw terminating(name, tried);
        }
        return namespace;
    }

    /** Refuses a namespace that belongs to another owner than this one. */
    static void ownedBy(SimulatedNamespace namespace, Ownership owner, String name, String tried) {
        if (namespace.owner().isEmpty()) {
            throw foreign(name, tried);
        }
        Ownership actual = namespace.owner().get();
        if (!actual.equals(owner)) {
            throw new RefusedException(
                    tried,
                    "the namespace " + name + " belongs to " + actual + ", not to " + owner,
                    "Name another namespace in the catalog.");
        }
    }

    /** Refuses a namespace that no environment may ever have. */
    static void unprotected(String name, String tried) {
        if (ProtectedNamespaces.STANDARD.protecting(name).isPresent()) {
            throw new RefusedException(
                    tried, "the namespace " + name + " is protected", "Name another namespace in the catalog.");
        }
    }

    /** The namespace is on its way out; a later try finds it gone. */
    static UnavailableException terminating(String name, String tried) {
        return new UnavailableException(
                tried, "the namespace " + name + " is still being removed", "Try again when it is gone.");
    }

    private static RefusedException foreign(String name, String tried) {
        return new RefusedException(
                tried,
                "the namespace " + name + " was not made by Service Delivery",
                "Name another namespace in the catalog.");
    }
}
