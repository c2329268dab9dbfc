package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the simulated cluster knows, while it is being changed. A change works on a {@link #copy}, which takes
 * the place of the original only when it has been saved; all values inside are immutable, so that copying is cheap.
 */
final class World {
    private final SortedMap<String, Long> fences;
    private final SortedMap<String, Claim> claims;
    private final SortedMap<RecordKey, StoredRecord> records;
    private final SortedMap<String, SimulatedNamespace> namespaces;
    private final SortedMap<RouteKey, SimulatedRoute> routes;
    private final SortedMap<RouteKey, Tally> tallies;
    private final Set<String> touched = new HashSet<>();
    private SimulationSettings settings;
    private Instant now;
    private long revision;
    private long objectWrites;

    World(WorldState state) {
        this.settings = state.settings();
        this.now = state.now();
        this.revision = state.revision();
        this.objectWrites = state.objectWrites();
        this.fences = new TreeMap<>(state.fences());
        this.claims = new TreeMap<>(state.claims());
        this.records = new TreeMap<>(state.records());
        this.namespaces = new TreeMap<>(state.namespaces());
        this.routes = new TreeMap<>(state.routes());
        this.tallies = new TreeMap<>(state.tallies());
    }

    /** What there is to keep. */
    WorldState state() {
        return new WorldState(
                settings, now, revision, objectWrites, fences, claims, records, namespaces, routes, tallies);
    }

    /** A world that can be changed without changing this one. */
    World copy() {
        return new World(state());
    }

    /** Refuses a fence that is older than the newest seen of its claim, and remembers a newer one. */
    void fence(Fence fence, String tried) {
        long newest = fences.getOrDefault(fence.claim(), 0L);
        if (fence.number() < newest) {
            throw new FencedException(
                    tried,
                    "the claim " + fence.claim() + " has been taken over (number " + newest + ", yours is "
                            + fence.number() + ")",
                    "Nothing more is written here.");
        }
        if (fence.number() > newest) {
            fences.put(fence.claim(), fence.number());
            nextRevision();
        }
    }

    /** Counts one more change and returns its number, which serves as the version of what was changed. */
    String nextRevision() {
        revision++;
        return Long.toString(revision);
    }

    /** Notes a change of an object, a namespace or a route there, for those who listen. */
    void wrote(String namespace) {
        objectWrites++;
        nextRevision();
        touch(namespace);
    }

    /** Notes that something has become different there by itself. */
    void touch(String namespace) {
        touched.add(namespace);
    }

    /** The namespaces in which something has changed since this was last asked. */
    Set<String> takeTouched() {
        Set<String> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }

    /** Moves the time of the world; what becomes due by that is {@link LifeEvents}' business. */
    void turn(Instant to) {
        now = to;
    }

    /** The seeded chance about this subject. */
    Draws draws(String subject) {
        return Draws.about(settings.seed(), subject);
    }

    /** The namespace of this name, absent as an empty one without owner. */
    SimulatedNamespace namespace(String name) {
        SimulatedNamespace namespace = namespaces.get(name);
        return namespace == null ? SimulatedNamespace.empty(Optional.empty()) : namespace;
    }

    double requestsPerSecond() {
        return settings.requestsPerSecond();
    }

    void setRequestsPerSecond(double rate) {
        settings = settings.requestsPerSecond(rate);
        nextRevision();
    }

    Instant now() {
        return now;
    }

    long revision() {
        return revision;
    }

    long objectWrites() {
        return objectWrites;
    }

    SortedMap<String, Long> fences() {
        return fences;
    }

    SortedMap<String, Claim> claims() {
        return claims;
    }

    SortedMap<RecordKey, StoredRecord> records() {
        return records;
    }

    SortedMap<String, SimulatedNamespace> namespaces() {
        return namespaces;
    }

    SortedMap<RouteKey, SimulatedRoute> routes() {
        return routes;
    }

    SortedMap<RouteKey, Tally> tallies() {
        return tallies;
    }
}
