package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A route of the simulated cluster: what was written last, what the requests follow now, and what they will follow.
 *
 * @param written empty where the route was removed
 * @param inEffect empty where requests follow the stable Service
 * @param since when {@code inEffect} came into effect
 * @param coming changes that were written and are not in effect yet, in order
 */
record SimulatedRoute(Optional<Route> written, Optional<Route> inEffect, Instant since, List<Change> coming) {
    /** A written change on its way. */
    record Change(Optional<Route> to, Instant at) {}

    SimulatedRoute {
        coming = List.copyOf(coming);
    }

    /** No route, now. */
    static SimulatedRoute none(Instant now) {
        return new SimulatedRoute(Optional.empty(), Optional.empty(), now, List.of());
    }

    /** The same route with this change on its way; changes never overtake one another. */
    SimulatedRoute write(Optional<Route> wanted, Instant at) {
        List<Change> changes = new ArrayList<>(coming);
        Instant last = coming.isEmpty() ? at : coming.get(coming.size() - 1).at();
        changes.add(new Change(wanted, at.isBefore(last) ? last : at));
        return new SimulatedRoute(wanted, inEffect, since, changes);
    }

    /** The same route with every change that is due in effect. */
    SimulatedRoute at(Instant now) {
        SimulatedRoute route = this;
        while (!route.coming.isEmpty() && !route.coming.get(0).at().isAfter(now)) {
            Change due = route.coming.get(0);
            List<Change> rest = route.coming.subList(1, route.coming.size());
            route = new SimulatedRoute(written, due.to(), due.at(), rest);
        }
        return route;
    }

    /** Whether nothing is left of it. */
    boolean isGone() {
        return written.isEmpty() && inEffect.isEmpty() && coming.isEmpty();
    }

    /** What the one who wrote it can see. */
    Optional<RouteStatus> status() {
        return written.map(route -> new RouteStatus(route, coming.isEmpty() ? Optional.of(since) : Optional.empty()));
    }
}
