package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out what recycling an environment removes, and refuses what must never be removed. Pure. */
public final class RecyclePlanner {
    private final ProtectedNamespaces protectedNamespaces;

    public RecyclePlanner(ProtectedNamespaces protectedNamespaces) {
        this.protectedNamespaces = protectedNamespaces;
    }

    /** The plan, or every problem that forbids it. A namespace that is not there is no problem: nothing is to be done. */
    public Planning<RecyclePlan> plan(Environment environment, ObservedEnvironment observed) {
        Ownership owner = new Ownership(environment.line(), environment.name());
        List<Problem> problems = problems(environment, owner, observed.view());
        return problems.isEmpty()
                ? new Planning.Planned<>(
                        new RecyclePlan(owner, environment.namespace(), List.copyOf(observed.services())))
                : new Planning.Refused<>(problems);
    }

    private List<Problem> problems(Environment environment, Ownership owner, NamespaceView view) {
        Place place = Place.outside("environment " + owner);
        List<Problem> problems = new ArrayList<>();
        if (environment.production()) {
            problems.add(new Problem(
                    "production-environment",
                    owner + " is marked \"production: true\", and such environments are never recycled.",
                    place,
                    "production",
                    "Recycle another environment, or take the mark away in the catalog first."));
        }
        protectedNamespaces
                .protecting(environment.namespace())
                .ifPresent(pattern -> problems.add(new Problem(
                        "namespace-protected",
                        "the namespace " + environment.namespace() + " is protected (" + pattern + ").",
                        place,
                        "namespace",
                        "It cannot be recycled.")));
        boolean present = view.presence() == NamespaceView.Presence.PRESENT;
        if (present && !view.owner().equals(Optional.of(owner))) {
            String whose = view.owner().map(other -> "belongs to " + other).orElse("was not made by Service Delivery");
            problems.add(new Problem(
                    "namespace-taken",
                    "the namespace " + environment.namespace() + " " + whose + ".",
                    place,
                    "namespace",
                    "Only its owner may remove it."));
        }
        return problems;
    }
}
