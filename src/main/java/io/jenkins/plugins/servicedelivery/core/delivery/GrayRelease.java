package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseOperation;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import java.util.List;
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
        return control.driver().run(errand(order, shown), listener);
    }

    /** The same for callers that drive it themselves. */
    public Errand<ReleaseOutcome> errand(ReleaseOrder order, Consumer<ReleasePlan> shown) {
        return new Release(order, shown);
    }

    /** How a release ended, or where it waits, told from its settled record. */
    public ReleaseOutcome outcome(Record<?, ?> settled) {
        return runs.outcome(settled);
    }

    /** One release on its way: the plan is made once, whatever has to be ended before it. */
    private final class Release implements Errand<ReleaseOutcome> {
        private final ReleaseOrder order;
        private final Consumer<ReleasePlan> shown;
        private Optional<Prepared> prepared = Optional.empty();

        private Release(ReleaseOrder order, Consumer<ReleasePlan> shown) {
            this.order = order;
            this.shown = shown;
        }

        @Override
        public Next<ReleaseOutcome> begin() {
            return prepared.isPresent() ? goOn(prepared.get()) : prepare(planning.target(order));
        }

        @Override
        public ReleaseOutcome outcome(Record<?, ?> settled) {
            return runs.outcome(settled);
        }

        private Next<ReleaseOutcome> prepare(PlanRelease.Target target) {
            Optional<Record<?, ?>> open = control.admission().open(target.key());
            if (open.isPresent()) {
                return new Next.Own<>(open.get().key());
            }
            Optional<ReleasePlan> plan = planning.plan(target);
            if (plan.isEmpty()) {
                return new Next.Nothing<>(alreadyLive(target));
            }
            shown.accept(plan.get());
            Prepared ready = new Prepared(target, plan.get(), earlier(target));
            prepared = Optional.of(ready);
            return goOn(ready);
        }

        private Supersession earlier(PlanRelease.Target target) {
            return new Supersession(
                    control,
                    target.environment().namespace(),
                    List.of(target.service()),
                    order.startedBy(),
                    "releasing " + target.candidate().name());
        }

        private Next<ReleaseOutcome> goOn(Prepared ready) {
            return ready.earlier()
                    .next()
                    .<Next<ReleaseOutcome>>map(Next.First::new)
                    .orElseGet(() -> new Next.Own<>(GrayRelease.this
                            .begin(ready.target(), ready.plan(), order.startedBy())
                            .key()));
        }
    }

    private record Prepared(PlanRelease.Target target, ReleasePlan plan, Supersession earlier) {}

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
