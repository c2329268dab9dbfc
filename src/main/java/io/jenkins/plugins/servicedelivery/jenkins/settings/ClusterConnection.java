package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;

/**
 * How a kind of cluster is reached. A new kind is an extension: a subclass with a {@code @Symbol} and a
 * {@code config.jelly}. Instances are persisted, so their fields must be plain values, and secrets ids of credentials.
 */
public abstract class ClusterConnection extends AbstractDescribableImpl<ClusterConnection> implements ExtensionPoint {
    /**
     * Opens the cluster. Called once until it is closed, from any thread; may block.
     *
     * @param cluster the name under which the settings have it
     * @throws io.jenkins.plugins.servicedelivery.core.shared.DeliveryException where it cannot be reached
     */
    public abstract ConnectedCluster connect(String cluster);

    /** Whether nothing of it is real, which is said wherever its results are shown. */
    public boolean isSimulated() {
        return false;
    }

    /**
     * Whether jobs may use it for product lines that no setting binds to it. Only for clusters on which nobody depends.
     */
    public boolean isOpenToAll() {
        return false;
    }

    @Override
    public ClusterConnectionDescriptor getDescriptor() {
        return (ClusterConnectionDescriptor) super.getDescriptor();
    }
}
