package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A kind of the catalog: one running set of a product line's services, in a namespace of its own, with an owner.
 *
 * @param production a stage that people depend on: never recycled, and never without a plan shown first
 * @param services which services it has; empty means all of the line
 * @param replicas how many instances a service has where {@code replicasOf} says nothing
 * @param readyWithin how long one wave of services may take to become ready
 */
public record Environment(
        Name name,
        Name line,
        String title,
        String namespace,
        String owner,
        boolean production,
        SortedSet<Name> services,
        int replicas,
        SortedMap<Name, Integer> replicasOf,
        Duration readyWithin) {
    public Environment {
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
        replicasOf = Collections.unmodifiableSortedMap(new TreeMap<>(replicasOf));
    }

    /** Whether it has this service, which is of its product line. */
    public boolean has(Name service) {
        return services.isEmpty() || services.contains(service);
    }

    /** The services it has of this product line, its own; those that are written and that the line does not know included. */
    public SortedSet<Name> servicesOf(ProductLine itsLine) {
        return services.isEmpty()
                ? Collections.unmodifiableSortedSet(
                        new TreeSet<>(itsLine.services().keySet()))
                : services;
    }

    /** How many instances this service has here. */
    public int replicas(Name service) {
        return replicasOf.getOrDefault(service, replicas);
    }
}
