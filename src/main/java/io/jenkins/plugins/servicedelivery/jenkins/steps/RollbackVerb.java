package io.jenkins.plugins.servicedelivery.jenkins.steps;

import io.jenkins.plugins.servicedelivery.core.delivery.Errand;
import io.jenkins.plugins.servicedelivery.core.delivery.GrayRelease;
import io.jenkins.plugins.servicedelivery.core.delivery.ReleaseOutcome;
import io.jenkins.plugins.servicedelivery.core.delivery.RollbackRelease;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import java.io.Serial;

/** The verb {@code rollbackRelease}. */
final class RollbackVerb extends ClusterVerb<ReleaseOutcome> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String service;
    private final String reason;

    RollbackVerb(Target target, boolean trace, Name service, String reason) {
        super(target, trace);
        this.service = service.value();
        this.reason = reason;
    }

    @Override
    String subject() {
        return "rollback of " + service;
    }

    @Override
    boolean joinsWhatIsDriven() {
        return true;
    }

    @Override
    Errand<ReleaseOutcome> errand(Grounds grounds, String startedBy, ConsoleLines console) {
        return new RollbackRelease(grounds.cluster().control())
                .errand(
                        grounds.environment(),
                        grounds.catalog()
                                .service(grounds.line().name(), Name.of(service))
                                .name(),
                        startedBy,
                        reason);
    }

    @Override
    ReleaseOutcome outcome(ClusterHandle cluster, Record<?, ?> settled) {
        return new GrayRelease(cluster.control()).outcome(settled);
    }

    @Override
    Course.Stage.End end(ClusterHandle cluster, ReleaseOutcome outcome, ConsoleLines console) {
        ReleaseResult result = new ReleaseResult(outcome, service, cluster.simulated());
        console.say(result.sentence());
        return result.isRolledBack()
                ? new Course.Stage.Done(result)
                : new Course.Stage.Failed("Rolling back " + service + " failed: " + outcome.version() + " is "
                        + result.getResult() + ". See the console for what stood in the way.");
    }
}
