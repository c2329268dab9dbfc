package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.adapter.simulated.RouteTotals;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedHands;
import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.cli.terminal.Table;
import io.jenkins.plugins.servicedelivery.core.delivery.Status;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The services of environments in words and as documents, with the requests that the simulated cluster counted. */
record StatusView(SimulatedHands hands) {
    List<String> services(List<Status.OfEnvironment> environments) {
        Table table = new Table("environment", "service", "version", "ready", "route", "requests", "errors", "lost");
        for (Status.OfEnvironment environment : environments) {
            if (environment.presence() == NamespaceView.Presence.PRESENT) {
                environment.services().forEach(service -> row(table, environment, service));
            } else {
                String presence = environment.presence().name().toLowerCase(Locale.ROOT);
                table.row(name(environment), "(" + presence + ")", "", "", "", "", "", "");
            }
        }
        return table.lines();
    }

    Map<String, Object> document(Status.OfEnvironment environment) {
        return Json.object(
                "name", name(environment),
                "namespace", environment.environment().namespace(),
                "presence", environment.presence().name().toLowerCase(Locale.ROOT),
                "production", environment.environment().production(),
                "services",
                        environment.services().stream()
                                .map(service -> document(environment, service))
                                .toList());
    }

    private void row(Table table, Status.OfEnvironment environment, Status.OfService service) {
        RouteTotals totals = totals(environment, service);
        table.row(
                name(environment),
                service.service().value(),
                service.stable().map(LiveVersion::name).orElse("none"),
                service.stable().map(live -> live.ready() + "/" + live.wanted()).orElse(""),
                service.route().map(StatusView::words).orElse("none"),
                String.valueOf(totals.arrived()),
                String.valueOf(totals.errors()),
                String.valueOf(totals.lost()));
    }

    private static String words(Route route) {
        return route.weights().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> document(Status.OfEnvironment environment, Status.OfService service) {
        RouteTotals totals = totals(environment, service);
        Map<String, Object> route = new TreeMap<>();
        service.route().ifPresent(r -> r.weights().forEach((version, weight) -> route.put(version, weight.percent())));
        return Json.object(
                "service", service.service().value(),
                "stable", service.stable().map(StatusView::document).orElse(null),
                "others", service.others().stream().map(StatusView::document).toList(),
                "route", route,
                "requests", Json.object("total", totals.arrived(), "errors", totals.errors(), "lost", totals.lost()));
    }

    private static Map<String, Object> document(LiveVersion version) {
        return Json.object(
                "version", version.name(),
                "image", version.image().toString(),
                "configuration", version.configuration().value(),
                "ready", version.ready(),
                "wanted", version.wanted(),
                "hindrance", version.hindrance());
    }

    private RouteTotals totals(Status.OfEnvironment environment, Status.OfService service) {
        return hands.totals(new RouteKey(environment.environment().namespace(), service.service()));
    }

    private static String name(Status.OfEnvironment environment) {
        return environment.environment().name().value();
    }
}
