package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlan;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an operation says about what runs where.
 *
 * @param build the one that drives it; empty where none does
 * @param verdict the last one of the judge; empty where there was none
 * @param versions what is known of a version by its name, from other operations; for versions that this one only names
 */
record IndexNews(
        Record<?, ?> record,
        Optional<BuildRef> build,
        Optional<String> verdict,
        Function<String, RunningVersion> versions) {

    /** The product line that it is about; empty for operations that this version of the product does not know. */
    static Optional<String> line(Plan plan) {
        if (plan instanceof ReleasePlan release) {
            return Optional.of(release.owner().line().value());
        }
        if (plan instanceof EnvironmentPlan environment) {
            return Optional.of(environment.owner().line().value());
        }
        return plan instanceof RecyclePlan recycle
                ? Optional.of(recycle.owner().line().value())
                : Optional.empty();
    }

    /** What the index says after this. */
    IndexedLine after(IndexedLine before) {
        Plan plan = record.plan();
        if (plan instanceof ReleasePlan release) {
            return new ReleaseNews(this, release).after(before);
        }
        if (plan instanceof EnvironmentPlan environment) {
            return new EnvironmentNews(this, environment).after(before);
        }
        return plan instanceof RecyclePlan recycle ? recycled(before, recycle) : before;
    }

    /** The state of the operation, as entries have it. */
    IndexEntry.State state() {
        return new IndexEntry.State(StateCode.of(record), record.state().phrase(), record.updated());
    }

    /** The entry, changed last by this operation. */
    IndexEntry mark(IndexEntry entry) {
        Optional<BuildRef> changer = build.or(() -> BuildRef.parse(record.startedBy()));
        return entry.in(state()).by(changer);
    }

    private IndexedLine recycled(IndexedLine before, RecyclePlan plan) {
        String environment = plan.owner().environment().value();
        return StateCode.isRecycled(record.state())
                ? before.without(entry -> entry.environment().equals(environment))
                : before.with(before.of(environment).stream().map(this::mark).toList());
    }
}
