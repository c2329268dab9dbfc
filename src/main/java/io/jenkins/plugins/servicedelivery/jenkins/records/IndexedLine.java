package io.jenkins.plugins.servicedelivery.jenkins.records;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What runs of one product line on one cluster; one file of the index.
 *
 * @param simulated nothing of the cluster is real
 * @param entries sorted by service, then by environment
 */
public record IndexedLine(int schema, String cluster, String line, boolean simulated, List<IndexEntry> entries) {
    /** The layout of the file. Files of another layout are made anew. */
    static final int SCHEMA = 1;

    public IndexedLine {
        entries = entries == null ? List.of() : entries.stream().sorted().toList();
    }

    static IndexedLine empty(String cluster, String line, boolean simulated) {
        return new IndexedLine(SCHEMA, cluster, line, simulated, List.of());
    }

    /** Whether it can be what this version of the product wrote. */
    boolean isWhole() {
        return schema == SCHEMA
                && cluster != null
                && line != null
                && entries.stream().allMatch(IndexEntry::isWhole);
    }

    /** What runs of a service in an environment; an entry that says nothing where nothing is known. */
    IndexEntry entry(String environment, String service) {
        IndexEntry wanted = IndexEntry.of(environment, service);
        int place = Collections.binarySearch(entries, wanted);
        return place < 0 ? wanted : entries.get(place);
    }

    /** The same with these entries in the place of those of the same service and environment. */
    IndexedLine with(List<IndexEntry> changed) {
        TreeSet<IndexEntry> all = new TreeSet<>();
        changed.forEach(entry -> all.add(entry.fitted()));
        all.addAll(entries);
        return new IndexedLine(SCHEMA, cluster, line, simulated, List.copyOf(all));
    }

    /** The same, but entries that were changed later in the other stay as they are there. */
    IndexedLine unlessNewerIn(IndexedLine other) {
        return with(entries.stream()
                .map(entry -> {
                    IndexEntry theirs = other.entry(entry.environment(), entry.service());
                    return theirs.state().updated().isAfter(entry.state().updated()) ? theirs : entry;
                })
                .toList());
    }

    /** The same without the entries of which this holds. */
    IndexedLine without(Predicate<IndexEntry> gone) {
        return new IndexedLine(
                SCHEMA,
                cluster,
                line,
                simulated,
                entries.stream().filter(gone.negate()).toList());
    }

    /** The same with nothing but these entries. */
    public IndexedLine only(List<IndexEntry> wanted) {
        return new IndexedLine(SCHEMA, cluster, line, simulated, wanted);
    }

    /** The entries of an environment. */
    List<IndexEntry> of(String environment) {
        return entries.stream()
                .filter(entry -> entry.environment().equals(environment))
                .toList();
    }
}
