package io.jenkins.plugins.servicedelivery.core.traffic;

import io.jenkins.plugins.servicedelivery.core.shared.Name;

/** Which route: the one of a service in an environment's namespace. */
public record RouteKey(String namespace, Name service) {
    @Override
    public String toString() {
        return namespace + "/" + service;
    }
}
