package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one look at a namespace shows of ours; objects of others are not in it.
 *
 * @param owner who made the namespace; empty where it is not there or not ours
 * @param objects every object that carries our labels
 * @param versions by their names
 * @param stable the version that the stable Service of each service selects
 */
public record NamespaceView(
        Presence presence,
        Optional<Ownership> owner,
        SortedSet<ObjectRef> objects,
        SortedMap<String, LiveVersion> versions,
        SortedMap<Name, String> stable) {
    /** Whether the namespace is there. */
    public enum Presence {
        ABSENT,
        PRESENT,
        TERMINATING
    }

    public NamespaceView {
        objects = Collections.unmodifiableSortedSet(new TreeSet<>(objects));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        stable = Collections.unmodifiableSortedMap(new TreeMap<>(stable));
    }

    /** The version that requests of this service go to unless a route says otherwise. */
    public Optional<LiveVersion> stableVersion(Name service) {
        return Optional.ofNullable(stable.get(service)).map(versions::get);
    }
}
