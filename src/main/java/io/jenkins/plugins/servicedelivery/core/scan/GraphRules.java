package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.DependencyGraph;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a dependency graph says as a whole: cycles, calls against the layers, who is affected by a change. */
final class GraphRules {
    private final SortedMap<Name, SortedSet<Name>> calls;

    GraphRules(SortedMap<Name, SortedSet<Name>> calls) {
        this.calls = calls;
    }

    /**
     * One cycle of every group of services that all reach one another, each service once and the first again at the
     * end. (All cycles of a group can be exponentially many; breaking the one that is named shows the next.)
     */
    List<List<Name>> cycles() {
        List<List<Name>> cycles = new ArrayList<>();
        SortedSet<Name> done = new TreeSet<>();
        for (Name name : calls.keySet()) {
            if (!done.contains(name)) {
                SortedSet<Name> group = groupOf(name);
                done.addAll(group);
                new DependencyGraph(calls).only(group).cycle().ifPresent(cycles::add);
            }
        }
        return cycles;
    }

    /** Everything that calls a service, directly or through others; without the service itself. */
    SortedSet<Name> affectedBy(Name changed) {
        SortedMap<Name, SortedSet<Name>> callers = new TreeMap<>();
        calls.forEach((caller, called) -> called.forEach(
                name -> callers.computeIfAbsent(name, n -> new TreeSet<>()).add(caller)));
        SortedSet<Name> affected = reached(changed, callers);
        affected.remove(changed);
        return affected;
    }

    /** The layers of a call that goes outwards, where both services have one. */
    static Optional<String> violation(ProductLine line, Name caller, Name called) {
        Optional<Name> from = line.service(caller).flatMap(service -> service.layer());
        Optional<Name> to = line.service(called).flatMap(service -> service.layer());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        boolean outwards = line.layers().indexOf(to.get()) < line.layers().indexOf(from.get());
        return outwards
                ? Optional.of("from layer \"" + from.get() + "\" to layer \"" + to.get() + "\"")
                : Optional.empty();
    }

    private SortedSet<Name> groupOf(Name name) {
        SortedSet<Name> group = new TreeSet<>(reached(name, calls));
        group.retainAll(affectedBy(name));
        group.add(name);
        return group;
    }

    private static SortedSet<Name> reached(Name start, SortedMap<Name, SortedSet<Name>> steps) {
        SortedSet<Name> reached = new TreeSet<>();
        Deque<Name> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            for (Name name : steps.getOrDefault(next.pop(), new TreeSet<>())) {
                if (reached.add(name)) {
                    next.push(name);
                }
            }
        }
        return reached;
    }
}
