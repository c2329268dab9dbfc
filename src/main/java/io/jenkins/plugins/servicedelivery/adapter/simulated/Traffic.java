package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lets requests arrive at every service that has a route or a stable Service, and counts each exactly once. A request
 * follows the route that is in effect when it arrives, and is lost where no instance of its version is ready then.
 */
final class Traffic {
    private static final Duration COMPACTED_EVERY = Duration.ofMinutes(1);

    private Traffic() {}

    /**
     * Counts everything that arrives from the world's time until this one, during which nothing changes.
     *
     * @param present up to when time has passed already: what is old by then is never counted finely
     */
    static void flow(World world, Instant to, Instant present) {
        SortedMap<RouteKey, Route> divisions = divisions(world);
        world.tallies().replaceAll((key, tally) -> divisions.containsKey(key) ? tally : tally.pausedAt(world.now()));
        divisions.forEach((key, route) -> world.tallies().put(key, flow(world, key, route, to, present)));
    }

    private static Tally flow(World world, RouteKey key, Route route, Instant to, Instant present) {
        Tally tally = entered(world, key, route);
        Draws draws = world.draws(key.toString());
        Tally counted = tally.rate() == 0
                ? tally
                : new Counting(tally, backends(world, key, route), draws, Era.fineness(to, present)).until(to);
        return minute(to) == minute(world.now()) ? counted : counted.compacted(present);
    }

    private static Tally entered(World world, RouteKey key, Route route) {
        double rate = world.requestsPerSecond();
        Tally known = world.tallies().getOrDefault(key, Tally.fresh(world.now(), rate));
        boolean goesOn = known.rate() == rate && known.current().isPresent();
        Tally tally = goesOn ? known : known.restarted(world.now(), rate);
        return tally.isIn(route) ? tally : tally.in(route, world.now());
    }

    private static List<Backend> backends(World world, RouteKey key, Route route) {
        SimulatedNamespace namespace = world.namespace(key.namespace());
        return route.weights().entrySet().stream()
                .map(entry -> backend(world, namespace, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Backend backend(World world, SimulatedNamespace namespace, String version, Weight weight) {
        Optional<Workload> workload = namespace.reachable(version);
        Behaviour behaviour = workload.flatMap(Workload::behaviour).orElse(Behaviour.PLAIN);
        boolean serving = workload.filter(found -> found.ready(world.now()) > 0).isPresent();
        return new Backend(version, weight, serving, behaviour.errors(), behaviour.latency());
    }

    private static SortedMap<RouteKey, Route> divisions(World world) {
        SortedMap<RouteKey, Route> divisions = new TreeMap<>();
        world.namespaces().forEach((name, namespace) -> namespace
                .stable()
                .forEach((service, version) -> divisions.put(new RouteKey(name, service), Route.allTo(version))));
        world.routes().forEach((key, route) -> route.inEffect().ifPresent(inEffect -> divisions.put(key, inEffect)));
        return divisions;
    }

    private static long minute(Instant time) {
        return time.getEpochSecond() / COMPACTED_EVERY.toSeconds();
    }
}
