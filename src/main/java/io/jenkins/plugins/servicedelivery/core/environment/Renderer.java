package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;

/**
 * Port: turns versions into the objects that a cluster runs. Pure: the same arguments give the same objects, and nothing
 * is read or written, so that a plan can show them without a cluster.
 */
public interface Renderer {
    /** The workload, the configuration and the version Service of a version, all named after it. */
    List<ClusterObject> version(Ownership owner, Version version, ConfigRevision configuration, int replicas);

    /** The stable Service of a service, which selects one version. */
    List<ClusterObject> stable(Ownership owner, Name service, List<Port> ports, String version);

    /** The names of the objects that {@link #version} makes, for removing a version of which only the name is left. */
    List<ObjectRef> refsOfVersion(String version);

    /** The names of the objects that {@link #stable} makes. */
    List<ObjectRef> refsOfStable(Name service);
}
