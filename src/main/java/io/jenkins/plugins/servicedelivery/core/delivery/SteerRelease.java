package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;

/** Pauses and resumes the release of a service, whoever started it. */
public final class SteerRelease {
    private final ClusterControl control;
    private final ReleaseRuns runs;

    public SteerRelease(ClusterControl control) {
        this.control = control;
        this.runs = new ReleaseRuns(control);
    }

    /**
     * Keeps the release at its weight from its next tick on; the requests stay divided as they are.
     *
     * @throws RefusedException where no release is going on, or it is past its steps
     */
    public Record<?, ?> pause(Environment environment, Name service, String by, String reason) {
        Record<?, ?> current = runs.current("Pausing the release of " + service, environment.namespace(), service);
        return control.signals().ask(current.key(), Signal.Kind.PAUSE, by, reason);
    }

    /**
     * Goes on from a pause and waits until the release is settled again.
     *
     * @throws RefusedException where the release is not paused
     */
    public ReleaseOutcome resume(
            Environment environment, Name service, String by, String reason, ProgressListener listener)
            throws InterruptedException {
        Record<?, ?> current = runs.current("Resuming the release of " + service, environment.namespace(), service);
        control.signals().ask(current.key(), Signal.Kind.RESUME, by, reason);
        return runs.drive(current.key(), listener);
    }
}
