package io.jenkins.plugins.servicedelivery.core.productline;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product line: the services that are built, deployed and released together.
 *
 * @param repository where its images live: a registry host and a path, without tag, for example
 *     {@code registry.example.com/shop}; a service's image is {@code <repository>/<service>}
 * @param layers from the outermost to the innermost; a service may call its own layer and those after it
 * @param owners who answers for services that do not say it themselves
 */
public record ProductLine(
        Name name,
        String title,
        String repository,
        List<Name> layers,
        Owners owners,
        SortedMap<Name, Service> services) {
    public ProductLine {
        layers = List.copyOf(layers);
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** The service of this name. */
    public Optional<Service> service(Name name) {
        return Optional.ofNullable(services.get(name));
    }
}
