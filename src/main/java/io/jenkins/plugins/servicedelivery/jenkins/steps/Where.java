package io.jenkins.plugins.servicedelivery.jenkins.steps;

import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;

/** Where something was done, as results say it. */
record Where(String line, String environment, String cluster, boolean simulated) {
    static Where of(ClusterHandle cluster, Ownership owner) {
        return new Where(owner.line().value(), owner.environment().value(), cluster.name(), cluster.simulated());
    }
}
