package io.jenkins.plugins.servicedelivery.adapter.simulated;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens in the simulated cluster by itself: images arrive, instances become ready, routes come into effect. */
final class LifeEvents {
    private final Kubelet kubelet;

    LifeEvents(Kubelet kubelet) {
        this.kubelet = kubelet;
    }

    /** When something happens next, after the world's present. */
    Optional<Instant> next(World world) {
        Stream<Instant> inNamespaces = world.namespaces().values().stream()
                .flatMap(namespace -> Stream.concat(
                        namespace.goneAt().stream(),
                        namespace.workloads().values().stream().flatMap(Workload::turningPoints)));
        Stream<Instant> onRoutes = world.routes().values().stream()
                .flatMap(route -> route.coming().stream())
                .map(SimulatedRoute.Change::at);
        return Stream.concat(inNamespaces, onRoutes)
                .filter(at -> at.isAfter(world.now()))
                .min(Instant::compareTo);
    }

    /**
     * Lets everything happen that is due at the world's time.
     *
     * @param present up to when time has passed already
     */
    void happen(World world, Instant present) {
        world.routes().replaceAll((key, route) -> {
            SimulatedRoute changed = route.at(world.now());
            if (!changed.equals(route)) {
                world.touch(key.namespace());
            }
            return changed;
        });
        world.routes().values().removeIf(SimulatedRoute::isGone);
        world.namespaces().forEach((name, namespace) -> noteChanges(world, name, namespace));
        world.namespaces().values().removeIf(namespace -> namespace
                .goneAt()
                .filter(at -> !at.isAfter(world.now()))
                .isPresent());
        world.namespaces().replaceAll((name, namespace) -> pullDue(world, name, namespace, present));
    }

    private static void noteChanges(World world, String name, SimulatedNamespace namespace) {
        Stream<Instant> points = Stream.concat(
                namespace.goneAt().stream(),
                namespace.workloads().values().stream().flatMap(Workload::turningPoints));
        if (points.anyMatch(world.now()::equals)) {
            world.touch(name);
        }
    }

    private SimulatedNamespace pullDue(World world, String name, SimulatedNamespace namespace, Instant present) {
        SimulatedNamespace changed = namespace;
        for (var running : namespace.workloads().entrySet()) {
            if (Kubelet.isDue(running.getValue(), world.now())) {
                String place = name + "/" + running.getKey();
                changed = changed.with(running.getKey(), kubelet.pull(world, place, running.getValue(), present));
            }
        }
        return changed;
    }
}
