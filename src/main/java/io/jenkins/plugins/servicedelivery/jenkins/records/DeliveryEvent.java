package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import java.util.Optional;

/**
 * One tick of an operation on a cluster.
 *
 * @param run the build whose step drives it; empty where the caretaker does
 */
public record DeliveryEvent(ClusterHandle cluster, Progress<?, ?> progress, Optional<Run<?, ?>> run) {
    /** Whether the tick changed anything, so that it is worth being written down. */
    public boolean isNews() {
        return progress instanceof Progress.Moved
                || progress instanceof Progress.Enforced
                || progress instanceof Progress.Settled;
    }
}
