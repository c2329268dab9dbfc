package io.jenkins.plugins.servicedelivery.jenkins.steps;

import io.jenkins.plugins.servicedelivery.core.delivery.DeployEnvironment;
import io.jenkins.plugins.servicedelivery.core.delivery.Errand;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlanText;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import java.io.Serial;
import java.util.Map;
import java.util.TreeMap;

/** The verb {@code deployEnvironment}. */
final class DeployVerb extends ClusterVerb<DeployEnvironment.Outcome> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ImageChoice images;

    DeployVerb(Target target, boolean trace, ImageChoice images) {
        super(target, trace);
        this.images = images;
    }

    @Override
    String subject() {
        return "deployment";
    }

    @Override
    Errand<DeployEnvironment.Outcome> errand(Grounds grounds, String startedBy, ConsoleLines console) {
        DeployEnvironment.Order order = new DeployEnvironment.Order(
                grounds.catalog(),
                grounds.line().name(),
                grounds.environment().name(),
                images.all("images"),
                startedBy);
        return deploying(grounds.cluster()).errand(order, plan -> console.say(EnvironmentPlanText.lines(plan)));
    }

    @Override
    DeployEnvironment.Outcome outcome(ClusterHandle cluster, Record<?, ?> settled) {
        return deploying(cluster).outcome(settled);
    }

    @Override
    Course.Stage.End end(ClusterHandle cluster, DeployEnvironment.Outcome outcome, ConsoleLines console) {
        EnvironmentPlan plan = outcome.plan();
        String where = plan.owner() + " on the " + cluster.title();
        if (!outcome.isReady()) {
            return new Course.Stage.Failed(
                    "Deploying " + where + " failed: " + reason(outcome.record().orElseThrow()) + ".");
        }
        console.say(
                outcome.record().isPresent()
                        ? where + " is ready."
                        : where + " is as the catalog says; nothing was written.");
        Map<String, String> versions = new TreeMap<>();
        plan.kept().forEach((service, version) -> versions.put(service.value(), version));
        plan.changes()
                .forEach(change ->
                        versions.put(change.service().value(), change.target().name()));
        return new Course.Stage.Done(new DeploymentResult(
                Where.of(cluster, plan.owner()),
                outcome.record().isPresent(),
                versions,
                outcome.record().map(record -> record.key().value()).orElse(null)));
    }

    private static String reason(Record<?, ?> record) {
        return record.state() instanceof EnvironmentState.Failed failed
                ? failed.reason() + " (" + failed.phrase() + ")"
                : record.state().phrase();
    }

    private static DeployEnvironment deploying(ClusterHandle cluster) {
        return new DeployEnvironment(cluster.control(), ProtectedNamespaces.STANDARD);
    }
}
