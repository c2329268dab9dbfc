package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Limits;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Pruned;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Wave;
import io.jenkins.plugins.servicedelivery.core.productline.DependencyGraph;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Works out what must change so that an environment is as it should be. Pure: reads and writes nothing. */
public final class EnvironmentPlanner {
    private final ServicePlanner services;
    private final EnvironmentChecks checks;

    public EnvironmentPlanner(Renderer renderer, ProtectedNamespaces protectedNamespaces) {
        this.services = new ServicePlanner(renderer);
        this.checks = new EnvironmentChecks(protectedNamespaces);
    }

    /** The plan, or every problem that keeps it from being made. */
    public Planning<EnvironmentPlan> plan(DesiredEnvironment desired, ObservedEnvironment observed) {
        List<Problem> problems = new ArrayList<>(checks.problems(desired, observed));
        if (!problems.isEmpty()) {
            return new Planning.Refused<>(problems);
        }
        List<Wave> waves = new ArrayList<>();
        SortedMap<Name, String> kept = new TreeMap<>();
        for (SortedSet<Name> wave : startOrder(desired)) {
            List<ServiceChange> changes = new ArrayList<>();
            for (Name service : wave) {
                services.change(service, desired, observed)
                        .ifPresentOrElse(
                                changes::add,
                                () -> kept.put(
                                        service,
                                        observed.live(service).orElseThrow().name()));
            }
            if (!changes.isEmpty()) {
                waves.add(new Wave(changes));
            }
        }
        return checkedAgainstReleases(
                new EnvironmentPlan(
                        desired.owner(),
                        desired.environment().namespace(),
                        observed.view().presence() == NamespaceView.Presence.ABSENT,
                        waves,
                        kept,
                        pruned(desired, observed),
                        Limits.of(desired.environment())),
                observed);
    }

    private Planning<EnvironmentPlan> checkedAgainstReleases(EnvironmentPlan plan, ObservedEnvironment observed) {
        List<Problem> problems = checks.releasesInTheWay(plan, observed);
        return problems.isEmpty() ? new Planning.Planned<>(plan) : new Planning.Refused<>(problems);
    }

    private static List<SortedSet<Name>> startOrder(DesiredEnvironment desired) {
        return DependencyGraph.declaredBy(desired.line())
                .only(desired.services())
                .waves();
    }

    private static List<Pruned> pruned(DesiredEnvironment desired, ObservedEnvironment observed) {
        return observed.services().stream()
                .filter(service -> !desired.services().contains(service))
                .map(service -> new Pruned(service, observed.versionsOf(service)))
                .toList();
    }
}
