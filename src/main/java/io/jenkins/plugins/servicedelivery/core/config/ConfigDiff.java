package io.jenkins.plugins.servicedelivery.core.config;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The difference between two configurations, by key.
 *
 * @param added keys that only the newer one has, with their values
 * @param changed keys of both whose values differ
 * @param removed keys that only the older one has, with the values they had
 */
public record ConfigDiff(
        SortedMap<String, String> added, SortedMap<String, Change> changed, SortedMap<String, String> removed) {
    public ConfigDiff {
        added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        removed = Collections.unmodifiableSortedMap(new TreeMap<>(removed));
    }

    /** What turns the older configuration into the newer one. */
    public static ConfigDiff between(Map<String, String> older, Map<String, String> newer) {
        SortedMap<String, String> added = new TreeMap<>(newer);
        added.keySet().removeAll(older.keySet());
        SortedMap<String, String> removed = new TreeMap<>(older);
        removed.keySet().removeAll(newer.keySet());
        SortedMap<String, Change> changed = new TreeMap<>();
        older.forEach((key, before) -> {
            String after = newer.get(key);
            if (after != null && !after.equals(before)) {
                changed.put(key, new Change(before, after));
            }
        });
        return new ConfigDiff(added, changed, removed);
    }

    /** What turns the older revision into the newer one. */
    public static ConfigDiff between(ConfigRevision older, ConfigRevision newer) {
        return between(older.values(), newer.values());
    }

    /** Whether both configurations are the same. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** A value and what it became. */
    public record Change(String before, String after) {}
}
