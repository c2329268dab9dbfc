package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.Cluster.Subscription;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The one place through which every port reads and changes the world, one at a time. Before each access the world lives
 * through the time that has passed on its clock. A change is saved before it counts, and where it cannot be saved it did
 * not happen.
 */
final class SimulatedWorld {
    /** How much is counted before old counts are put together: a year would not fit into memory by the second. */
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    private final SimulatedClock clock;
    private final LifeEvents events;
    private final StateStore store;
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private World world;
    private boolean closed;

    SimulatedWorld(WorldState state, SimulatedClock clock, LifeEvents events, StateStore store) {
        this.world = new World(state);
        this.clock = clock;
        this.events = events;
        this.store = store;
        clock.onTurn(() -> read(World::now));
    }

    /** Looks at the world as it is now. */
    <T> T read(Function<World, T> look) {
        T seen;
        Set<String> touched;
        synchronized (this) {
            catchUp();
            seen = look.apply(world);
            touched = world.takeTouched();
        }
        wake(touched);
        return seen;
    }

    /** Changes the world; where the work throws, or the change cannot be saved, the world stays as it is. */
    <T> T change(Function<World, T> work) {
        T result;
        Set<String> touched;
        synchronized (this) {
            catchUp();
            touched = world.takeTouched();
            World draft = world.copy();
            result = work.apply(draft);
            if (draft.revision() != world.revision()) {
                store.save(draft.state());
            }
            world = draft;
            touched = union(touched, draft.takeTouched());
        }
        wake(touched);
        return result;
    }

    /** Saves the world as it is now, also where nothing but time has changed; nobody can use it afterwards. */
    synchronized void close() {
        if (!closed) {
            catchUp();
            closed = true;
            store.save(world.state());
        }
    }

    /** Calls {@code wake} after something has changed in a namespace, in the thread that noticed it. */
    Subscription onChange(String namespace, Runnable wake) {
        List<Runnable> there = listeners.computeIfAbsent(namespace, name -> new CopyOnWriteArrayList<>());
        there.add(wake);
        return () -> there.remove(wake);
    }

    private void catchUp() {
        if (closed) {
            throw new UnavailableException(
                    "Working on the simulated cluster",
                    "it has been closed, because its settings have changed or the process ends",
                    "Try again: it goes on from what is kept.");
        }
        Instant target = clock.now();
        while (world.now().isBefore(target)) {
            Instant next = events.next(world).filter(target::isAfter).orElse(target);
            Instant soon = world.now().plus(AT_ONCE);
            next = soon.isBefore(next) ? soon : next;
            Traffic.flow(world, next, target);
            world.turn(next);
            events.happen(world, target);
        }
    }

    private void wake(Set<String> touched) {
        touched.forEach(
                namespace -> listeners.getOrDefault(namespace, List.of()).forEach(Runnable::run));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
