package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of the simulated cluster between two processes.
 *
 * @param revision how many changes there were
 * @param objectWrites how many writes of objects, namespaces and routes there were
 * @param fences the newest number seen of each claim
 */
record WorldState(
        SimulationSettings settings,
        Instant now,
        long revision,
        long objectWrites,
        SortedMap<String, Long> fences,
        SortedMap<String, Claim> claims,
        SortedMap<RecordKey, StoredRecord> records,
        SortedMap<String, SimulatedNamespace> namespaces,
        SortedMap<RouteKey, SimulatedRoute> routes,
        SortedMap<RouteKey, Tally> tallies) {
    /** An empty cluster. */
    static WorldState fresh(SimulationSettings settings) {
        return new WorldState(
                settings,
                settings.start(),
                0,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
