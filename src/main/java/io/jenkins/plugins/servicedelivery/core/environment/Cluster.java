package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import java.util.Collection;
import java.util.List;

/**
 * Port: the namespaces of a cluster and the objects in them. Called by environment and release operations from any
 * thread; may block for a round trip per object. All methods are idempotent. Writes throw
 * {@link io.jenkins.plugins.servicedelivery.core.shared.FencedException} where a newer fence of the same claim has been
 * seen, {@link io.jenkins.plugins.servicedelivery.core.shared.RefusedException} where the namespace is not ours or is
 * protected, and {@link io.jenkins.plugins.servicedelivery.core.shared.UnavailableException} where the cluster does not
 * answer.
 */
public interface Cluster {
    /** One consistent look at a namespace. */
    NamespaceView observe(String namespace);

    /** Creates the namespace for this owner; one that this owner has already is fine. */
    void createNamespace(String namespace, Ownership owner, Fence fence);

    /** Makes the objects be as given and returns those that had to be written; nothing changed, nothing written. */
    List<ObjectRef> apply(String namespace, List<ClusterObject> objects, Fence fence);

    /** Removes objects of ours; those that are not there are fine. */
    void remove(String namespace, Collection<ObjectRef> objects, Fence fence);

    /** Removes the namespace with everything in it, if this owner made it; one that is not there is fine. */
    void deleteNamespace(String namespace, Ownership owner, Fence fence);

    /** Calls {@code wake} soon after anything of ours changes there, perhaps without need, until closed. */
    Subscription onChange(String namespace, Runnable wake);

    /** A running {@link #onChange}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
