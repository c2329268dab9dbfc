package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** An environment belongs to a line that exists and has services of it; a production stage has what people depend on. */
final class EnvironmentRule implements Rule {
    private static final DocumentPath SERVICES = DocumentPath.of("services");
    private static final DocumentPath REPLICAS = DocumentPath.of("replicas");

    @Override
    public void check(CatalogDraft draft, Report report) {
        Known lines = Known.lines(draft);
        for (Sited<Environment> environment : draft.environments()) {
            Name line = environment.value().line();
            String who = "The environment \"" + environment.value().name() + "\"";
            lines.require(line, environment, DocumentPath.of("line"), who + " is of", report);
            draft.line(line).ifPresent(found -> services(environment, found, who, report));
        }
    }

    private static void services(Sited<Environment> environment, Sited<ProductLine> line, String who, Report report) {
        Known known = Known.services(line);
        for (Name service : environment.value().services()) {
            known.require(service, environment, SERVICES.key(service.value()), who + " has", report);
        }
        for (Name service : environment.value().replicasOf().keySet()) {
            DocumentPath path = REPLICAS.key(service.value());
            if (known.require(service, environment, path, who + " sets the replicas of", report)
                    && !environment.value().has(service)) {
                report.problem(
                        "service-not-in-environment",
                        environment,
                        path,
                        who + " sets the replicas of \"" + service + "\", but does not have this service.",
                        "Add it under services, or remove the number.");
            }
        }
        together(environment, line.value(), who, report);
        if (environment.value().production()) {
            production(environment, line.value().services().keySet(), who, report);
        }
    }

    /** A called service that is missing may be meant (a test with a double), so this is no problem. */
    private static void together(Sited<Environment> environment, ProductLine line, String who, Report report) {
        for (Name name : environment.value().services()) {
            Set<Name> missing =
                    new TreeSet<>(line.service(name).map(Service::dependencies).orElseGet(TreeSet::new));
            missing.removeIf(environment.value()::has);
            missing.forEach(called -> report.warning(
                    "dependency-not-in-environment",
                    name.value(),
                    environment,
                    SERVICES.key(name.value()),
                    who + " has \"" + name + "\", but not \"" + called + "\", which it depends on.",
                    "Add it under services, unless something else answers in its place."));
        }
    }

    private static void production(
            Sited<Environment> environment, Collection<Name> services, String who, Report report) {
        Set<Name> single = new TreeSet<>(services);
        single.removeIf(service ->
                !environment.value().has(service) || environment.value().replicas(service) > 1);
        single.forEach(service -> report.warning(
                "production-single-instance",
                service.value(),
                environment,
                REPLICAS,
                who + " is a production stage with one instance of \"" + service + "\".",
                "Write at least two under replicas: with one, every restart of it is an outage."));
    }
}
