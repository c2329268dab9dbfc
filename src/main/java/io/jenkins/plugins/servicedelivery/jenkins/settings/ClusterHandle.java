package io.jenkins.plugins.servicedelivery.jenkins.settings;

import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;

/**
 * A cluster of the settings that is connected.
 *
 * @param name under which the settings have it
 * @param simulated nothing of it is real, which is said wherever its results are shown
 * @param openToAll jobs may use it for product lines that no setting binds to it
 * @param control everything that starts, drives and ends operations on it
 */
public record ClusterHandle(String name, boolean simulated, boolean openToAll, ClusterControl control) {
    /** What the cluster is called where its results are shown. */
    public String title() {
        return simulated ? "simulated cluster \"" + name + "\"" : "cluster \"" + name + "\"";
    }
}
