package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlan;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story.Change;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story.Course;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story.Step;
import java.util.ArrayList;
import java.util.List;

/** What a plan is to do, as a story tells it: versions and revisions by their names, no values. */
final class StoryCourse {
    private static final Course NOTHING = new Course(List.of(), List.of(), List.of(), "", List.of());

    private StoryCourse() {}

    static Course of(Plan plan) {
        if (plan instanceof ReleasePlan release) {
            return release(release);
        }
        if (plan instanceof EnvironmentPlan environment) {
            return environment(environment);
        }
        return plan instanceof RecyclePlan recycle
                ? new Course(List.of(), List.of(), names(recycle.services()), "", List.of())
                : NOTHING;
    }

    /** The environment that it is about; empty for operations that this version of the product does not know. */
    static String environment(Plan plan) {
        if (plan instanceof ReleasePlan release) {
            return release.owner().environment().value();
        }
        if (plan instanceof EnvironmentPlan environment) {
            return environment.owner().environment().value();
        }
        return plan instanceof RecyclePlan recycle
                ? recycle.owner().environment().value()
                : "";
    }

    private static Course release(ReleasePlan plan) {
        List<Step> steps = plan.strategy().steps().stream()
                .map(step -> new Step(step.weight().percent(), step.hold(), step.manual()))
                .toList();
        return new Course(
                List.of(change(0, plan.stable().name(), plan.candidate())),
                List.of(),
                List.of(),
                plan.strategy().name().value(),
                steps);
    }

    private static Course environment(EnvironmentPlan plan) {
        List<Change> changes = new ArrayList<>();
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            for (ServiceChange change : plan.waves().get(wave).changes()) {
                changes.add(change(wave, change.before().map(LiveVersion::name).orElse(""), change.target()));
            }
        }
        return new Course(
                changes,
                names(plan.kept().keySet()),
                names(plan.pruned().stream()
                        .map(EnvironmentPlan.Pruned::service)
                        .toList()),
                "",
                List.of());
    }

    private static Change change(int wave, String from, ConfiguredVersion to) {
        return new Change(
                wave,
                to.version().service().value(),
                from,
                to.name(),
                to.version().image().toString(),
                to.version().configuration().value());
    }

    private static List<String> names(Iterable<Name> names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add(name.value()));
        return texts;
    }
}
