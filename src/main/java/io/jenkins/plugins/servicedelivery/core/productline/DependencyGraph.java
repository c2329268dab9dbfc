package io.jenkins.plugins.servicedelivery.core.productline;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which service calls which. Every service of the graph is a key, a service that calls nobody included. */
public record DependencyGraph(SortedMap<Name, SortedSet<Name>> calls) {
    public DependencyGraph {
        SortedMap<Name, SortedSet<Name>> copy = new TreeMap<>();
        calls.forEach((caller, called) -> copy.put(caller, Collections.unmodifiableSortedSet(new TreeSet<>(called))));
        calls = Collections.unmodifiableSortedMap(copy);
    }

    /** The graph that a product line declares. */
    public static DependencyGraph declaredBy(ProductLine line) {
        SortedMap<Name, SortedSet<Name>> calls = new TreeMap<>();
        line.services().forEach((name, service) -> calls.put(name, service.dependencies()));
        return new DependencyGraph(calls);
    }

    /**
     * A cycle, if there is one: each service calls the next, and the first stands again at the end. The one returned
     * starts at the alphabetically first service that lies on a cycle, so that the message is the same every time.
     */
    public Optional<List<Name>> cycle() {
        return calls.keySet().stream()
                .map(start -> pathBack(start, start, new ArrayList<>(List.of(start)), new TreeSet<>()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The services in the order they can start: everything in one wave needs only services of earlier waves.
     * Calls to services that are not in the graph do not count.
     *
     * @throws IllegalStateException where the graph has a cycle; ask {@link #cycle()} first
     */
    public List<SortedSet<Name>> waves() {
        List<SortedSet<Name>> waves = new ArrayList<>();
        SortedSet<Name> started = new TreeSet<>();
        while (started.size() < calls.size()) {
            SortedSet<Name> wave = new TreeSet<>();
            calls.forEach((name, called) -> {
                if (!started.contains(name)
                        && called.stream().allMatch(c -> started.contains(c) || !calls.containsKey(c))) {
                    wave.add(name);
                }
            });
            if (wave.isEmpty()) {
                throw new IllegalStateException("the dependency graph has a cycle");
            }
            started.addAll(wave);
            waves.add(wave);
        }
        return waves;
    }

    /** The same graph with only these services and the calls between them. */
    public DependencyGraph only(SortedSet<Name> services) {
        SortedMap<Name, SortedSet<Name>> kept = new TreeMap<>();
        for (Map.Entry<Name, SortedSet<Name>> entry : calls.entrySet()) {
            if (services.contains(entry.getKey())) {
                SortedSet<Name> called = new TreeSet<>(entry.getValue());
                called.retainAll(services);
                kept.put(entry.getKey(), called);
            }
        }
        return new DependencyGraph(kept);
    }

    private Optional<List<Name>> pathBack(Name goal, Name from, List<Name> path, SortedSet<Name> seen) {
        for (Name called : calls.getOrDefault(from, Collections.emptySortedSet())) {
            if (called.equals(goal)) {
                path.add(goal);
                return Optional.of(path);
            }
            if (seen.add(called)) {
                path.add(called);
                Optional<List<Name>> found = pathBack(goal, called, path, seen);
                if (found.isPresent()) {
                    return found;
                }
                path.remove(path.size() - 1);
            }
        }
        return Optional.empty();
    }
}
