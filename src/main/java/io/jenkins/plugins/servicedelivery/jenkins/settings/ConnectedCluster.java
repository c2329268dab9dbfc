package io.jenkins.plugins.servicedelivery.jenkins.settings;

import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;

/** A cluster that can be worked on, until it is closed. */
public interface ConnectedCluster extends AutoCloseable {
    /** Everything that can be asked of it. */
    ClusterPorts ports();

    /** Lets go of it; nothing may be asked of it any more. */
    @Override
    void close();
}
