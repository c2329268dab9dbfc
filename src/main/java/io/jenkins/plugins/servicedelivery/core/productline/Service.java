package io.jenkins.plugins.servicedelivery.core.productline;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One deployable service of a product line.
 *
 * @param title what people call it; the name where nothing else is written
 * @param layer the product line's layer it belongs to, where layers are used
 * @param source its folder, relative to the folder of the catalog, with forward slashes
 * @param modules folders inside {@code source} that make it up; empty means the whole folder
 * @param template the image template it is built from
 * @param ports in the order they were written; the first is the one that requests and probes go to
 * @param dependencies the services of the same line that it calls
 */
public record Service(
        Name name,
        String title,
        Optional<Name> layer,
        String source,
        List<String> modules,
        Name template,
        List<Port> ports,
        SortedSet<Name> dependencies,
        Owners owners) {
    public Service {
        modules = List.copyOf(modules);
        ports = List.copyOf(ports);
    }

    /** The port that requests and probes go to. */
    public Optional<Port> mainPort() {
        return ports.stream().findFirst();
    }
}
