package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.adapter.simulated.RouteTotals;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.cli.terminal.Table;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.shared.Durations;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code simulate}. */
@Command(
        name = "simulate",
        description = {
            "Lets time pass on the simulated cluster, at once, and shows what became of the requests meanwhile.",
            "Between two commands its clock stands still."
        },
        footer = {
            "  service-delivery simulate --for 1h --catalog shop",
            "  service-delivery simulate --for 10m --rate 50 --catalog shop"
        })
final class SimulateCommand extends Verb {
    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "1m",
            description = "How much time passes, such as 90s, 10m or 2h (default: ${DEFAULT-VALUE}).")
    private Duration length;

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            description = "From now on this many requests per second arrive at each service.")
    private Optional<Double> rate;

    @Override
    Answer answer(Workshop workshop) {
        SimulatedInstallation simulation = workshop.simulation();
        rate.ifPresent(simulation.hands()::setRequestsPerSecond);
        SortedMap<RouteKey, RouteTotals> before = totals(workshop);
        simulation.clock().turn(length);
        SortedMap<RouteKey, RouteTotals> after = totals(workshop);
        Table table = new Table("route", "requests", "errors", "lost");
        List<Map<String, Object>> routes = new ArrayList<>();
        after.forEach((route, totals) -> {
            RouteTotals then = before.get(route);
            long arrived = totals.arrived() - then.arrived();
            long errors = totals.errors() - then.errors();
            long lost = totals.lost() - then.lost();
            table.row(route.toString(), "" + arrived, "" + errors, "" + lost);
            routes.add(Json.object("route", route.toString(), "total", arrived, "errors", errors, "lost", lost));
        });
        List<String> lines = new ArrayList<>();
        lines.add(workshop.clusterName() + ", " + simulation.clock().now() + " after " + Durations.print(length));
        lines.addAll(table.lines());
        return Answer.done(
                lines,
                Json.object("simulated", true, "now", simulation.clock().now().toString(), "routes", routes));
    }

    private static SortedMap<RouteKey, RouteTotals> totals(Workshop workshop) {
        Name line = workshop.line().name();
        SortedMap<RouteKey, RouteTotals> totals = new TreeMap<>(Comparator.comparing(RouteKey::toString));
        for (Environment environment : workshop.catalog().environments(line).values()) {
            for (Name service : workshop.catalog().line(line).services().keySet()) {
                RouteKey route = new RouteKey(environment.namespace(), service);
                totals.put(route, workshop.simulation().hands().totals(route));
            }
        }
        return totals;
    }
}
