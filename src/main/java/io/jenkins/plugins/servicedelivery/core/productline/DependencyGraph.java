package io.jenkins.plugins.servicedelivery.core.productline;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        SortedSet<Name> candidates = betweenCycles();
        return candidates.stream()
                .map(start -> pathBack(start, candidates))
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

    /** The services that lie on cycles or on ways from one to another: nothing else has to be searched. */
    private SortedSet<Name> betweenCycles() {
        SortedMap<Name, SortedSet<Name>> callers = new TreeMap<>();
        calls.keySet().forEach(name -> callers.put(name, new TreeSet<>()));
        calls.forEach(
                (caller, called) -> called.stream().filter(calls::containsKey).forEach(name -> callers.get(name)
                        .add(caller)));
        SortedSet<Name> rest = new TreeSet<>(calls.keySet());
        takeEndsOff(rest, calls, callers);
        takeEndsOff(rest, callers, calls);
        return rest;
    }

    /** Removes the services from which no step leads on to one of the rest, until there is none such. */
    private static void takeEndsOff(
            SortedSet<Name> rest, SortedMap<Name, SortedSet<Name>> onward, SortedMap<Name, SortedSet<Name>> backward) {
        Map<Name, Long> steps = new HashMap<>();
        rest.forEach(name ->
                steps.put(name, onward.get(name).stream().filter(rest::contains).count()));
        Deque<Name> ends = new ArrayDeque<>(
                rest.stream().filter(name -> steps.get(name) == 0).toList());
        while (!ends.isEmpty()) {
            Name end = ends.remove();
            rest.remove(end);
            backward.get(end).stream()
                    .filter(name -> rest.contains(name) && steps.merge(name, -1L, Long::sum) == 0)
                    .forEach(ends::add);
        }
    }

    /** Depth first, without a recursion: a chain of calls may be longer than a thread's stack bears. */
    private Optional<List<Name>> pathBack(Name goal, Set<Name> among) {
        List<Name> path = new ArrayList<>(List.of(goal));
        Deque<Iterator<Name>> untried = new ArrayDeque<>(List.of(calls.get(goal).iterator()));
        Set<Name> seen = new HashSet<>();
        while (!untried.isEmpty()) {
            if (!untried.peek().hasNext()) {
                untried.pop();
                path.remove(path.size() - 1);
                continue;
            }
            Name called = untried.peek().next();
            if (called.equals(goal)) {
                path.add(goal);
                return Optional.of(path);
            }
            if (among.contains(called) && seen.add(called)) {
                path.add(called);
                untried.push(calls.get(called).iterator());
            }
        }
        return Optional.empty();
    }
}
