package io.jenkins.plugins.servicedelivery.jenkins.steps;

import io.jenkins.plugins.servicedelivery.core.delivery.Errand;
import io.jenkins.plugins.servicedelivery.core.delivery.RecycleEnvironment;
import io.jenkins.plugins.servicedelivery.core.environment.ProtectedNamespaces;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import java.io.Serial;
import java.util.Optional;

/** The verb {@code recycleEnvironment}. */
final class RecycleVerb extends ClusterVerb<Optional<Record<?, ?>>> {
    @Serial
    private static final long serialVersionUID = 1L;

    RecycleVerb(Target target, boolean trace) {
        super(target, trace);
    }

    @Override
    String subject() {
        return "removal";
    }

    @Override
    Errand<Optional<Record<?, ?>>> errand(Grounds grounds, String startedBy, ConsoleLines console) {
        return new RecycleEnvironment(grounds.cluster().control(), ProtectedNamespaces.STANDARD)
                .errand(
                        grounds.catalog(),
                        grounds.line().name(),
                        grounds.environment().name(),
                        startedBy);
    }

    @Override
    Optional<Record<?, ?>> outcome(ClusterHandle cluster, Record<?, ?> settled) {
        return Optional.of(settled);
    }

    /** The value says whether there was anything to remove. */
    @Override
    Course.Stage.End end(ClusterHandle cluster, Optional<Record<?, ?>> outcome, ConsoleLines console) {
        String where = target().environment() + " on the " + cluster.title();
        if (outcome.isPresent() && outcome.get().state() instanceof RecycleState.Refused refused) {
            return new Course.Stage.Failed("Recycling " + where + " failed: " + refused.reason() + ".");
        }
        console.say(where + (outcome.isPresent() ? " is gone." : " was not there; nothing was done."));
        return new Course.Stage.Done(outcome.isPresent());
    }
}
