package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.productline.DependencyGraph;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A service calls services that exist, in its own layer or further inside, and never in a circle. */
final class DependencyRule implements Rule {
    @Override
    public void check(CatalogDraft draft, Report report) {
        for (Sited<ProductLine> line : draft.lines()) {
            Known services = Known.services(line);
            for (Service service : line.value().services().values()) {
                for (Name called : service.dependencies()) {
                    String who = "The service \"" + service.name() + "\" depends on";
                    if (services.require(called, line, path(service.name(), called), who, report)) {
                        layers(line, service, called, report);
                    }
                }
            }
            cycles(line, report);
        }
    }

    private static DocumentPath path(Name caller, Name called) {
        return DocumentPath.of("services", caller.value(), "dependsOn", called.value());
    }

    private static void layers(Sited<ProductLine> line, Service caller, Name called, Report report) {
        List<Name> layers = line.value().layers();
        int from = caller.layer().map(layers::indexOf).orElse(-1);
        int to = line.value()
                .service(called)
                .flatMap(Service::layer)
                .map(layers::indexOf)
                .orElse(-1);
        if (to >= 0 && to < from) {
            report.problem(
                    "layer-violation",
                    line,
                    path(caller.name(), called),
                    "The service \"" + caller.name() + "\" of the layer \"" + layers.get(from) + "\" depends on \""
                            + called + "\" of the layer \"" + layers.get(to) + "\", which is further outside.",
                    "A service may call its own layer and those after it: " + join(layers, ", ") + ".");
        }
    }

    /** One problem for each circle; services that were named in one are not looked at again. */
    private static void cycles(Sited<ProductLine> line, Report report) {
        if (line.value().services().size() > ServiceRule.MOST_SERVICES) {
            return;
        }
        DependencyGraph graph = DependencyGraph.declaredBy(line.value());
        Optional<List<Name>> cycle = graph.cycle();
        while (cycle.isPresent()) {
            List<Name> services = cycle.get();
            report.problem(
                    "dependency-cycle",
                    line,
                    path(services.get(0), services.get(1)),
                    "The dependencies form a cycle: " + join(services, " -> ") + ".",
                    "No service of it could start first. Remove one of these dependencies.");
            SortedSet<Name> rest = new TreeSet<>(graph.calls().keySet());
            // The first one is the first by name that lies on a cycle: those before it lie on none.
            rest.headSet(services.get(0)).clear();
            services.forEach(rest::remove);
            graph = graph.only(rest);
            cycle = graph.cycle();
        }
    }

    private static String join(List<Name> names, String separator) {
        return names.stream().map(Name::value).collect(Collectors.joining(separator));
    }
}
