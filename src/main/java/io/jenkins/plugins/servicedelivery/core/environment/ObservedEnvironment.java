package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An environment as one look at the cluster and the routes shows it.
 *
 * @param routes of those services that have one
 */
public record ObservedEnvironment(NamespaceView view, SortedMap<Name, RouteStatus> routes) {
    public ObservedEnvironment {
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
    }

    /** Looks at a namespace and at the routes of these services and of all that are found there. */
    public static ObservedEnvironment whole(
            Cluster cluster, Router router, String namespace, Collection<Name> services) {
        NamespaceView view = cluster.observe(namespace);
        SortedSet<Name> all = servicesIn(view);
        all.addAll(services);
        return new ObservedEnvironment(view, routes(router, namespace, all));
    }

    /** Looks at a namespace and at the routes of these services only. */
    public static ObservedEnvironment of(Cluster cluster, Router router, String namespace, Collection<Name> services) {
        return new ObservedEnvironment(cluster.observe(namespace), routes(router, namespace, services));
    }

    private static SortedMap<Name, RouteStatus> routes(Router router, String namespace, Collection<Name> services) {
        SortedMap<Name, RouteStatus> routes = new TreeMap<>();
        services.forEach(service ->
                router.observe(new RouteKey(namespace, service)).ifPresent(route -> routes.put(service, route)));
        return routes;
    }

    /** Every service of which something is there. */
    public SortedSet<Name> services() {
        SortedSet<Name> services = servicesIn(view);
        services.addAll(routes.keySet());
        return services;
    }

    /** The version that requests of this service go to: the one the stable Service selects, else the route's only one. */
    public Optional<LiveVersion> live(Name service) {
        return view.stableVersion(service)
                .or(() -> route(service).flatMap(ObservedEnvironment::onlyOne).map(view.versions()::get));
    }

    /** The names of all versions of this service. */
    public List<String> versionsOf(Name service) {
        return view.versions().values().stream()
                .filter(version -> version.service().equals(service))
                .map(LiveVersion::name)
                .toList();
    }

    /** How the requests of this service are divided, as it was last written. */
    public Optional<Route> route(Name service) {
        return Optional.ofNullable(routes.get(service)).map(RouteStatus::written);
    }

    /** Whether more than one version of this service gets requests: somebody is releasing it. */
    public boolean isDivided(Name service) {
        return route(service).filter(route -> onlyOne(route).isEmpty()).isPresent();
    }

    /** Whether all requests of this service go to this version. */
    public boolean allTo(Name service, String version) {
        return route(service)
                .filter(route -> route.of(version).equals(Weight.ALL))
                .isPresent();
    }

    /** Whether exactly this route is written and in effect. */
    public boolean shows(Name service, Route wanted) {
        RouteStatus status = routes.get(service);
        return status != null && status.shows(wanted);
    }

    private static Optional<String> onlyOne(Route route) {
        return route.weights().entrySet().stream()
                .filter(entry -> entry.getValue().equals(Weight.ALL))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static SortedSet<Name> servicesIn(NamespaceView view) {
        SortedSet<Name> services = new TreeSet<>(view.stable().keySet());
        view.versions().values().forEach(version -> services.add(version.service()));
        return services;
    }
}
