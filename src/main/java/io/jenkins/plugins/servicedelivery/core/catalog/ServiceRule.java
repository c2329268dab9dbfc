package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each service has a template and a layer that exist, ports of its own and a name that means nothing else. */
final class ServiceRule implements Rule {
    /** So that no check of a line takes longer than a person waits. */
    static final int MOST_SERVICES = 2000;

    private static final DocumentPath SERVICES = DocumentPath.of("services");
    private static final DocumentPath LAYERS = DocumentPath.of("layers");

    /** Words that stand for all services where a catalog also names single ones. */
    private static final Set<String> RESERVED = Set.of("all", "default");

    @Override
    public void check(CatalogDraft draft, Report report) {
        Known templates = Known.templates(draft);
        for (Sited<ProductLine> line : draft.lines()) {
            size(line, report);
            for (Service service : line.value().services().values()) {
                DocumentPath path = SERVICES.key(service.name().value());
                String who = "The service \"" + service.name() + "\"";
                templates.require(service.template(), line, path.key("template"), who + " is built from", report);
                name(service, line, path, report);
                layer(service, line, path.key("layer"), report);
                ports(service, line, path.key("ports"), report);
            }
        }
    }

    private static void size(Sited<ProductLine> line, Report report) {
        int services = line.value().services().size();
        if (services == 0) {
            report.problem(
                    "no-services",
                    line,
                    SERVICES,
                    "The product line \"" + line.value().name() + "\" has no services.",
                    "Add one.");
        }
        if (services > MOST_SERVICES) {
            report.problem(
                    "too-many-services",
                    line,
                    SERVICES,
                    "The product line \"" + line.value().name() + "\" has " + services + " services and may have "
                            + MOST_SERVICES + ".",
                    "Divide it into several product lines.");
        }
    }

    private static void name(Service service, Sited<ProductLine> line, DocumentPath path, Report report) {
        if (RESERVED.contains(service.name().value())) {
            report.problem(
                    "reserved-name",
                    line,
                    path,
                    "A service cannot be called \"" + service.name() + "\": the word stands for all services.",
                    "Choose another name.");
        }
    }

    private static void layer(Service service, Sited<ProductLine> line, DocumentPath path, Report report) {
        List<Name> layers = line.value().layers();
        service.layer()
                .filter(layer -> !layers.contains(layer) && line.places().isRead(LAYERS))
                .ifPresent(layer -> report.problem(
                        "unknown-layer",
                        line,
                        path,
                        "The service \"" + service.name() + "\" is in the layer \"" + layer
                                + "\", which the product line \"" + line.value().name() + "\" does not have.",
                        layers.isEmpty()
                                ? "Add it to the layers of the product line."
                                : Suggestion.didYouMean(
                                        layer.value(),
                                        layers.stream().map(Name::value).toList())));
    }

    private static void ports(Service service, Sited<ProductLine> line, DocumentPath path, Report report) {
        Map<Integer, Port> taken = new HashMap<>();
        for (Port port : service.ports()) {
            Port first = taken.putIfAbsent(port.number(), port);
            if (first != null) {
                report.problem(
                        "port-conflict",
                        line,
                        path.key(port.name()),
                        "The ports \"" + first.name() + "\" and \"" + port.name() + "\" of the service \""
                                + service.name() + "\" both have the number " + port.number() + ".",
                        "Give one of them another number.");
            }
        }
    }
}
