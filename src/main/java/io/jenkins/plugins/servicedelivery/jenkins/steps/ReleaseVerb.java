package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.delivery.Errand;
import io.jenkins.plugins.servicedelivery.core.delivery.GrayRelease;
import io.jenkins.plugins.servicedelivery.core.delivery.ReleaseOrder;
import io.jenkins.plugins.servicedelivery.core.delivery.ReleaseOutcome;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import java.io.Serial;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The verb {@code grayRelease}. */
final class ReleaseVerb extends ClusterVerb<ReleaseOutcome> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String service;
    private final String image;

    @CheckForNull
    private final String strategy;

    private final boolean failOnRollback;

    ReleaseVerb(
            Target target,
            boolean trace,
            Map.Entry<Name, ImageReference> release,
            @CheckForNull String strategy,
            boolean failOnRollback) {
        super(target, trace);
        this.service = release.getKey().value();
        this.image = release.getValue().toString();
        this.strategy = strategy;
        this.failOnRollback = failOnRollback;
    }

    @Override
    String subject() {
        return service;
    }

    @Override
    Errand<ReleaseOutcome> errand(Grounds grounds, String startedBy, ConsoleLines console) {
        TreeMap<Name, ImageReference> images = new TreeMap<>();
        images.put(Name.of(service), ImageReference.parse(image));
        ReleaseOrder order = new ReleaseOrder(
                grounds.catalog(),
                grounds.line().name(),
                grounds.environment().name(),
                images,
                strategyIn(grounds.catalog()),
                startedBy);
        return new GrayRelease(grounds.cluster().control()).errand(order, plan -> show(plan, console));
    }

    @Override
    ReleaseOutcome outcome(ClusterHandle cluster, Record<?, ?> settled) {
        return new GrayRelease(cluster.control()).outcome(settled);
    }

    @Override
    Course.Stage.End end(ClusterHandle cluster, ReleaseOutcome outcome, ConsoleLines console) {
        ReleaseResult result = new ReleaseResult(outcome, service, cluster.simulated());
        console.say(result.sentence());
        if (!result.isRolledBack()) {
            return new Course.Stage.Done(result);
        }
        String told = outcome.version() + " was rolled back: " + outcome.reason() + ".";
        return failOnRollback ? new Course.Stage.Failed(told) : new Course.Stage.Unstable(result, told);
    }

    private Name strategyIn(Catalog catalog) {
        if (strategy != null) {
            return Names.parse("strategy", strategy);
        }
        if (catalog.strategies().size() == 1) {
            return catalog.strategies().firstKey();
        }
        throw new FailedException(
                "Choosing the release strategy",
                catalog.strategies().isEmpty()
                        ? "the catalog has none"
                        : "the catalog has several: " + catalog.strategies().keySet(),
                catalog.strategies().isEmpty()
                        ? "Add a ReleaseStrategy to the catalog."
                        : "Name one with the argument \"strategy\".");
    }

    private static void show(ReleasePlan plan, ConsoleLines console) {
        String steps = plan.strategy().steps().stream()
                .map(step -> step.weight() + (step.manual() ? " (manual)" : ""))
                .collect(Collectors.joining(", "));
        console.say("Plan for " + plan.service() + " in " + plan.owner() + ": "
                + plan.stable().name() + " -> " + plan.candidate().name());
        console.say("  strategy " + plan.strategy().name() + ": " + steps + ", then all requests");
    }
}
