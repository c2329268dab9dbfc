package io.jenkins.plugins.servicedelivery.core.traffic;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Comparator;

/** Which route: the one of a service in an environment's namespace. */
public record RouteKey(String namespace, Name service) implements Comparable<RouteKey> {
    private static final Comparator<RouteKey> ORDER =
            Comparator.comparing(RouteKey::namespace).thenComparing(RouteKey::service);

    @Override
    public int compareTo(RouteKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "/" + service;
    }
}
