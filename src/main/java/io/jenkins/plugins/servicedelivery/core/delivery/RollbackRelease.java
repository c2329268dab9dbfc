package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.util.Optional;

/**
 * The verb {@code rollbackRelease}: gives all requests of a service back to the version that was stable before its release,
 * during the release and for the keep window after it.
 */
public final class RollbackRelease {
    private final ClusterControl control;
    private final ReleaseRuns runs;

    public RollbackRelease(ClusterControl control) {
        this.control = control;
        this.runs = new ReleaseRuns(control);
    }

    /**
     * Rolls the newest release of the service back and waits for the end, whoever drives it. A rollback that is on its way
     * already, perhaps because the process that asked for it has died, is gone on with.
     *
     * @throws RefusedException where there is nothing to roll back, or nothing left to return to
     */
    public ReleaseOutcome rollback(
            Environment environment, Name service, String by, String reason, ProgressListener listener)
            throws InterruptedException {
        return control.driver().run(errand(environment, service, by, reason), listener);
    }

    /** The same for callers that drive it themselves. */
    public Errand<ReleaseOutcome> errand(Environment environment, Name service, String by, String reason) {
        return new Errand<>() {
            @Override
            public Next<ReleaseOutcome> begin() {
                return new Next.Own<>(ask(environment, service, by, reason).key());
            }

            @Override
            public ReleaseOutcome outcome(Record<?, ?> settled) {
                return runs.outcome(settled);
            }
        };
    }

    private Record<?, ?> ask(Environment environment, Name service, String by, String reason) {
        String tried = "Rolling back " + service + " in " + environment.name();
        Record<?, ?> current = runs.current(tried, environment.namespace(), service);
        if (current.state() instanceof ReleaseState.Keeping) {
            requireWayBack(tried, (ReleasePlan) current.plan());
        }
        if (!((ReleaseState) current.state()).isGoingBack()) {
            control.signals().ask(current.key(), Signal.Kind.ROLLBACK, by, reason);
        }
        return current;
    }

    private void requireWayBack(String tried, ReleasePlan plan) {
        NamespaceView view = control.ports().cluster().observe(plan.namespace());
        String live = Optional.ofNullable(view.stable().get(plan.service())).orElse("no version");
        if (!live.equals(plan.candidate().name())) {
            throw new RefusedException(
                    tried,
                    live + " is live now, and no longer " + plan.candidate().name() + " that the release promoted",
                    "Deploy or release the image that is wanted.");
        }
        String old = plan.stable().name();
        boolean serves = Optional.ofNullable(view.versions().get(old))
                .filter(version -> version.ready() > 0)
                .isPresent();
        if (!serves) {
            throw new RefusedException(
                    tried,
                    "the old version " + old + " has no ready instance"
                            + Optional.ofNullable(view.versions().get(old))
                                    .map(LiveVersion::hindrance)
                                    .filter(hindrance -> !hindrance.isEmpty())
                                    .map(hindrance -> " (" + hindrance + ")")
                                    .orElse(""),
                    "Mend it first: requests would be lost.");
        }
    }
}
