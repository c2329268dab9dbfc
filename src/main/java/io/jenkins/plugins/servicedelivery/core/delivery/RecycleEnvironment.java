package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.ObservedEnvironment;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleOperation;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlan;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlanner;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.Optional;

/** The verb {@code recycleEnvironment}: removes an environment with everything in it, and waits until it is gone. */
public final class RecycleEnvironment {
    private static final Duration ABANDON_AFTER = Duration.ofMinutes(30);

    private final ClusterControl control;
    private final RecyclePlanner planner;
    private final ReleaseRuns releases;

    public RecycleEnvironment(ClusterControl control, ProtectedNamespaces protectedNamespaces) {
        this.control = control;
        this.planner = new RecyclePlanner(protectedNamespaces);
        this.releases = new ReleaseRuns(control);
    }

    /** The name of the records of an environment's removals. */
    public static RecordKey key(Environment environment) {
        return new RecordKey(RecycleOperation.KIND + "-" + environment.namespace());
    }

    /**
     * Recycles and waits for the end; a removal that was left open is brought to its end.
     *
     * @return the record; empty where there was nothing to remove
     * @throws DeliveryException where it must not be removed, something is in the way, or the cluster does not answer
     */
    public Optional<Record<?, ?>> recycle(
            Catalog catalog, Name line, Name environment, String startedBy, ProgressListener listener)
            throws InterruptedException {
        Environment doomed = catalog.environment(line, environment);
        Optional<Record<?, ?>> open = control.admission().open(key(doomed));
        if (open.isPresent()) {
            return Optional.of(control.driver().drive(open.get().key(), listener));
        }
        ObservedEnvironment observed = ObservedEnvironment.whole(
                control.ports().cluster(),
                control.ports().router(),
                doomed.namespace(),
                catalog.line(line).services().keySet());
        RecyclePlan plan = planner.plan(doomed, observed).orThrow("Recycling " + line + "/" + environment);
        if (observed.view().presence() == NamespaceView.Presence.ABSENT
                && observed.routes().isEmpty()) {
            return Optional.empty();
        }
        for (Name service : plan.services()) {
            releases.supersede(plan.namespace(), service, startedBy, "recycling " + plan.owner(), listener);
        }
        return Optional.of(control.driver().drive(begin(doomed, plan, startedBy).key(), listener));
    }

    private Record<?, ?> begin(Environment environment, RecyclePlan plan, String startedBy) {
        return control.admission()
                .begin(new Admission.Request<>(
                        key(environment),
                        RecycleOperation.KIND,
                        plan,
                        new RecycleState.Unrouting(control.ports().time().now()),
                        startedBy,
                        ABANDON_AFTER));
    }
}
