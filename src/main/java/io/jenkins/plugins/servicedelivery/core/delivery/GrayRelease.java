package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseOperation;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import java.util.Optional;
import java.util.function.Consumer;

/** The verb {@code grayRelease}: moves the requests of a service to a new version step by step, with proof at each step. */
public final class GrayRelease {
    private final ClusterControl control;
    private final PlanRelease planning;
    private final ReleaseRuns runs;

    public GrayRelease(ClusterControl control) {
        this.control = control;
        this.planning = new PlanRelease(control.ports());
        this.runs = new ReleaseRuns(control);
    }

    /**
     * Releases and waits until the candidate is promoted, rolled back, or paused for a person. An open release of the same
     * release unit is gone on with; an earlier release of the service that only keeps its old version is ended for good.
     *
     * @param shown gets the plan before anything is touched; not called where an open release is gone on with
     * @throws DeliveryException where it is refused, something is in its way, or the cluster does not answer
     */
    public ReleaseOutcome release(ReleaseOrder order, Consumer<ReleasePlan> shown, ProgressListener listener)
            throws InterruptedException {
        PlanRelease.Target target = planning.target(order);
        Optional<Record<?, ?>> open = control.admission().open(target.key());
        if (open.isPresent()) {
            return runs.drive(open.get().key(), listener);
        }
        Optional<ReleasePlan> plan = planning.plan(target);
        if (plan.isEmpty()) {
            return alreadyLive(target);
        }
        shown.accept(plan.get());
        runs.supersede(
                target.environment().namespace(),
                target.service(),
                order.startedBy(),
                "releasing " + target.candidate().name(),
                listener);
        return runs.drive(begin(target, plan.get(), order.startedBy()).key(), listener);
    }

    private Record<?, ?> begin(PlanRelease.Target target, ReleasePlan plan, String startedBy) {
        return control.admission()
                .begin(new Admission.Request<>(
                        target.key(),
                        ReleaseOperation.KIND,
                        plan,
                        new ReleaseState.Preparing(control.ports().time().now()),
                        startedBy,
                        plan.strategy().abandonAfter()));
    }

    private static ReleaseOutcome alreadyLive(PlanRelease.Target target) {
        String version = target.candidate().name();
        return new ReleaseOutcome(
                ReleaseOutcome.Result.ALREADY_LIVE,
                version,
                Optional.empty(),
                version + " is the live version already",
                Optional.empty());
    }
}
