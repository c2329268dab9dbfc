package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.Cluster;
import io.jenkins.plugins.servicedelivery.core.environment.ClusterObject;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The namespaces of the simulated cluster and the objects in them. */
final class SimulatedCluster implements Cluster {
    private final SimulatedWorld world;
    private final Kubelet kubelet;

    SimulatedCluster(SimulatedWorld world, Kubelet kubelet) {
        this.world = world;
        this.kubelet = kubelet;
    }

    @Override
    public NamespaceView observe(String namespace) {
        return world.read(
                now -> NamespaceLook.at(Optional.ofNullable(now.namespaces().get(namespace)), now.now()));
    }

    @Override
    public void createNamespace(String namespace, Ownership owner, Fence fence) {
        String tried = "Creating the namespace " + namespace;
        world.change(now -> {
            now.fence(fence, tried);
            Guard.unprotected(namespace, tried);
            SimulatedNamespace existing = now.namespaces().get(namespace);
            if (existing == null) {
                now.namespaces().put(namespace, SimulatedNamespace.empty(Optional.of(owner)));
                now.wrote(namespace);
                return null;
            }
            Guard.ownedBy(existing, owner, namespace, tried);
            if (existing.isTerminating()) {
                throw Guard.terminating(namespace, tried);
            }
            return null;
        });
    }

    @Override
    public List<ObjectRef> apply(String namespace, List<ClusterObject> objects, Fence fence) {
        String tried = "Applying " + objects.size() + " objects in " + namespace;
        return world.change(now -> {
            now.fence(fence, tried);
            List<ObjectRef> written = new ArrayList<>();
            for (ClusterObject object : objects) {
                if (apply(now, namespace, object, tried)) {
                    written.add(object.ref());
                }
            }
            return List.copyOf(written);
        });
    }

    @Override
    public void remove(String namespace, Collection<ObjectRef> objects, Fence fence) {
        String tried = "Removing " + objects.size() + " objects in " + namespace;
        world.change(now -> {
            now.fence(fence, tried);
            Guard.unprotected(namespace, tried);
            objects.forEach(ref -> remove(now, namespace, ref));
            return null;
        });
    }

    @Override
    public void deleteNamespace(String namespace, Ownership owner, Fence fence) {
        String tried = "Removing the namespace " + namespace;
        world.change(now -> {
            now.fence(fence, tried);
            Guard.unprotected(namespace, tried);
            SimulatedNamespace existing = now.namespaces().get(namespace);
            if (existing == null) {
                return null;
            }
            Guard.ownedBy(existing, owner, namespace, tried);
            if (!existing.isTerminating()) {
                double draw = now.draws("termination " + namespace).unit(now.revision());
                Instant gone = now.now().plus(Span.TERMINATION.at(draw));
                now.namespaces().put(namespace, existing.terminating(gone));
                now.routes().keySet().removeIf(key -> key.namespace().equals(namespace));
                now.wrote(namespace);
            }
            return null;
        });
    }

    @Override
    public Subscription onChange(String namespace, Runnable wake) {
        return world.onChange(namespace, wake);
    }

    private boolean apply(World now, String namespace, ClusterObject object, String tried) {
        SimulatedNamespace there = Guard.writable(now, namespace, tried);
        ObjectRef ref = object.ref();
        StoredObject live = there.objects().get(ref);
        if (live != null && !live.isOurs()) {
            throw new RefusedException(
                    tried,
                    ref + " was not made by Service Delivery",
                    "Rename or remove it, or name another namespace.");
        }
        StoredObject wanted = new StoredObject(labelled(object), ObjectLayout.canonical(object.body()));
        if (wanted.equals(live)) {
            return false;
        }
        now.namespaces().put(namespace, kubelet.follow(now, namespace, there.with(ref, wanted), ref));
        now.wrote(namespace);
        return true;
    }

    private static void remove(World now, String namespace, ObjectRef ref) {
        SimulatedNamespace there = now.namespace(namespace);
        StoredObject live = there.objects().get(ref);
        if (live != null && live.isOurs()) {
            now.namespaces().put(namespace, there.without(ref));
            now.wrote(namespace);
        }
    }

    private static SortedMap<String, String> labelled(ClusterObject object) {
        SortedMap<String, String> labels = new TreeMap<>(object.labels());
        labels.put(ObjectLayout.MANAGED_BY, ObjectLayout.MANAGER);
        return labels;
    }
}
