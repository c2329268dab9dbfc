package io.jenkins.plugins.servicedelivery.adapter.simulated;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What somebody can do to the simulated cluster behind the product's back, as an administrator or bad luck would:
 * make instances ready, fail or disappear, edit objects by hand, change how many requests arrive.
 */
public final class SimulatedHands {
    private final SimulatedWorld world;
    private final Kubelet kubelet;

    SimulatedHands(SimulatedWorld world, Kubelet kubelet) {
        this.world = world;
        this.kubelet = kubelet;
    }

    /** Makes every instance of a version ready now, whatever hindered it. */
    public void makeReady(String namespace, String version) {
        workload(namespace, version, (now, workload) -> {
            Workload known = workload.behaviour().isPresent() ? workload : workload.pulled(Behaviour.PLAIN);
            return known.each(instance -> instance.readyAt(now.now()), "");
        });
    }

    /** Makes every instance of a version fail for this reason, until they are made ready again. */
    public void fail(String namespace, String version, String reason) {
        workload(namespace, version, (now, workload) -> workload.each(Instance::unready, reason));
    }

    /** Deletes one instance of a version; another one starts in its place. */
    public void deleteInstance(String namespace, String version) {
        workload(namespace, version, (now, workload) -> kubelet.replaceOne(now, namespace + "/" + version, workload));
    }

    /** Edits the body of an object by hand; where that is a workload, its instances follow. */
    public void edit(String namespace, ObjectRef ref, UnaryOperator<Map<String, Object>> change) {
        world.change(now -> {
            SimulatedNamespace there = now.namespace(namespace);
            StoredObject object = Optional.ofNullable(there.objects().get(ref))
                    .orElseThrow(() -> missing("Editing " + ref + " in " + namespace));
            StoredObject edited = object.edited(change.apply(new TreeMap<>(object.body())));
            SimulatedNamespace changed = there.with(ref, edited);
            now.namespaces().put(namespace, kubelet.follow(now, namespace, changed, ref));
            return touched(now, namespace);
        });
    }

    /** Puts a namespace there that is not ours; one that is there already stays as it is. */
    public void putForeignNamespace(String namespace) {
        world.change(now -> {
            now.namespaces().putIfAbsent(namespace, SimulatedNamespace.empty(Optional.empty()));
            return touched(now, namespace);
        });
    }

    /** Puts an object there that is not ours. */
    public void putForeignObject(String namespace, ObjectRef ref) {
        world.change(now -> {
            StoredObject object = new StoredObject(new TreeMap<>(), new TreeMap<>());
            now.namespaces().put(namespace, now.namespace(namespace).with(ref, object));
            return touched(now, namespace);
        });
    }

    /** Deletes an object, ours or not; one that is not there is fine. */
    public void deleteObject(String namespace, ObjectRef ref) {
        world.change(now -> {
            now.namespaces().computeIfPresent(namespace, (name, there) -> there.without(ref));
            return touched(now, namespace);
        });
    }

    /** Whether this object is there, ours or not. */
    public boolean hasObject(String namespace, ObjectRef ref) {
        return world.read(now -> now.namespace(namespace).objects().containsKey(ref));
    }

    /**
     * Lets this many requests per second arrive at every service from now on.
     *
     * @throws FailedException where the rate is negative or absurdly high
     */
    public void setRequestsPerSecond(double rate) {
        try {
            world.change(now -> {
                now.setRequestsPerSecond(rate);
                return null;
            });
        } catch (IllegalArgumentException e) {
            throw new FailedException("Setting the rate of requests", e.getMessage(), "Name another rate.", e);
        }
    }

    /** What became of every request that ever arrived at a service. */
    public RouteTotals totals(RouteKey route) {
        return world.read(now ->
                Optional.ofNullable(now.tallies().get(route)).map(Tally::totals).orElse(RouteTotals.NONE));
    }

    /** How many writes of objects, namespaces and routes there ever were; what is unchanged is not written. */
    public long objectWrites() {
        return world.read(World::objectWrites);
    }

    private void workload(String namespace, String version, Change change) {
        world.change(now -> {
            SimulatedNamespace there = now.namespace(namespace);
            Workload workload = Optional.ofNullable(there.workloads().get(version))
                    .orElseThrow(() -> missing("Touching " + version + " in " + namespace));
            now.namespaces().put(namespace, there.with(version, change.of(now, workload)));
            return touched(now, namespace);
        });
    }

    @CheckForNull
    private static Void touched(World now, String namespace) {
        now.nextRevision();
        now.touch(namespace);
        return null;
    }

    private static FailedException missing(String tried) {
        return new FailedException(tried, "it is not there", "Bring it up first.");
    }

    @FunctionalInterface
    private interface Change {
        Workload of(World now, Workload workload);
    }
}
