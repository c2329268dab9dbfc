package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes what an operation observes, piece by piece. */
final class WorldBuilder {
    private final Renderer renderer = new EnvironmentFixtures.NamesOnlyRenderer();
    private final SortedSet<ObjectRef> objects = new TreeSet<>();
    private final SortedMap<String, LiveVersion> versions = new TreeMap<>();
    private final SortedMap<Name, String> stable = new TreeMap<>();
    private final SortedMap<Name, RouteStatus> routes = new TreeMap<>();
    private final SortedSet<Name> published = new TreeSet<>();
    private NamespaceView.Presence presence = NamespaceView.Presence.PRESENT;
    private Optional<Ownership> owner;

    WorldBuilder(Ownership owner) {
        this.owner = Optional.of(owner);
    }

    WorldBuilder namespace(NamespaceView.Presence present, Optional<Ownership> ownedBy) {
        presence = present;
        owner = ownedBy;
        return this;
    }

    /** A version with all its objects. */
    WorldBuilder version(LiveVersion version) {
        versions.put(version.name(), version);
        objects.addAll(renderer.refsOfVersion(version.name()));
        return this;
    }

    WorldBuilder without(ObjectRef ref) {
        objects.remove(ref);
        return this;
    }

    WorldBuilder stable(String service, ConfiguredVersion version) {
        stable.put(Name.of(service), version.name());
        objects.addAll(renderer.refsOfStable(Name.of(service)));
        return this;
    }

    WorldBuilder route(String service, Route route, Instant inEffectSince) {
        routes.put(Name.of(service), new RouteStatus(route, Optional.of(inEffectSince)));
        return this;
    }

    WorldBuilder routeOnItsWay(String service, Route route) {
        routes.put(Name.of(service), new RouteStatus(route, Optional.empty()));
        return this;
    }

    /** A version that is ready, stable, and gets all requests. */
    WorldBuilder running(String service, ConfiguredVersion version, int instances) {
        return version(EnvironmentFixtures.live(version, instances, instances))
                .stable(service, version)
                .route(service, Route.allTo(version.name()), Instant.EPOCH);
    }

    WorldBuilder published(String... services) {
        for (String service : services) {
            published.add(Name.of(service));
        }
        return this;
    }

    ObservedEnvironment world() {
        return new ObservedEnvironment(new NamespaceView(presence, owner, objects, versions, stable), routes);
    }

    EnvironmentObservation build() {
        return new EnvironmentObservation(world(), published);
    }
}
