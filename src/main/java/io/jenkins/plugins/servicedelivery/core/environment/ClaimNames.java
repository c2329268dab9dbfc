package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;

/**
 * How claims are named, so that operations that would write the same things exclude each other: a release of one service
 * takes that service's claim, a change of an environment takes the environment's and those of the services it changes.
 */
public final class ClaimNames {
    private ClaimNames() {}

    /** The claim on the namespace itself, its creation and removal. */
    public static String environment(String namespace) {
        return namespace;
    }

    /** The claim on everything of one service in a namespace: its versions, its stable Service and its route. */
    public static String service(String namespace, Name service) {
        return namespace + "/" + service;
    }
}
