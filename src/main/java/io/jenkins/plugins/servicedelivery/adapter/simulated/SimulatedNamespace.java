package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One namespace of the simulated cluster with everything in it.
 *
 * @param owner empty where it is not ours
 * @param goneAt when it will have disappeared; empty while nobody removed it
 * @param workloads what runs, by the name of the workload object
 * @param configurations in the order of their first publication
 */
record SimulatedNamespace(
        Optional<Ownership> owner,
        Optional<Instant> goneAt,
        SortedMap<ObjectRef, StoredObject> objects,
        SortedMap<String, Workload> workloads,
        List<ConfigRevision> configurations) {
    SimulatedNamespace {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        workloads = Collections.unmodifiableSortedMap(new TreeMap<>(workloads));
        configurations = List.copyOf(configurations);
    }

    /** An empty namespace. */
    static SimulatedNamespace empty(Optional<Ownership> owner) {
        return new SimulatedNamespace(owner, Optional.empty(), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** Whether it is being removed. */
    boolean isTerminating() {
        return goneAt.isPresent();
    }

    /** The same namespace, emptied at once and gone at this time. */
    SimulatedNamespace terminating(Instant gone) {
        return new SimulatedNamespace(owner, Optional.of(gone), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** The same namespace with this object. */
    SimulatedNamespace with(ObjectRef ref, StoredObject object) {
        SortedMap<ObjectRef, StoredObject> changed = new TreeMap<>(objects);
        changed.put(ref, object);
        return new SimulatedNamespace(owner, goneAt, changed, workloads, configurations);
    }

    /** The same namespace without this object and what runs for it. */
    SimulatedNamespace without(ObjectRef ref) {
        SortedMap<ObjectRef, StoredObject> changed = new TreeMap<>(objects);
        changed.remove(ref);
        SortedMap<String, Workload> running = new TreeMap<>(workloads);
        if (ref.kind().equals(ObjectLayout.WORKLOAD)) {
            running.remove(ref.name());
        }
        return new SimulatedNamespace(owner, goneAt, changed, running, configurations);
    }

    /** The same namespace with this workload. */
    SimulatedNamespace with(String name, Workload workload) {
        SortedMap<String, Workload> running = new TreeMap<>(workloads);
        running.put(name, workload);
        return new SimulatedNamespace(owner, goneAt, objects, running, configurations);
    }

    /** The same namespace with one more configuration. */
    SimulatedNamespace with(ConfigRevision revision) {
        List<ConfigRevision> published = new ArrayList<>(configurations);
        published.add(revision);
        return new SimulatedNamespace(owner, goneAt, objects, workloads, published);
    }

    /** The object of this name. */
    Optional<StoredObject> object(String kind, String name) {
        return Optional.ofNullable(objects.get(new ObjectRef(kind, name)));
    }

    /** The version that the stable Service of each service selects. */
    SortedMap<Name, String> stable() {
        SortedMap<Name, String> stable = new TreeMap<>();
        objects.forEach((ref, object) -> {
            if (ref.kind().equals(ObjectLayout.SERVICE)
                    && object.isOurs()
                    && !object.labels().containsKey(ObjectLayout.LABEL_VERSION)) {
                ObjectLayout.selected(object).ifPresent(version -> stable.put(Name.of(ref.name()), version));
            }
        });
        return stable;
    }

    /** Whether requests can reach instances of a version: its Service selects it and its workload is there. */
    Optional<Workload> reachable(String version) {
        return object(ObjectLayout.SERVICE, version)
                .flatMap(ObjectLayout::selected)
                .map(workloads::get);
    }
}
