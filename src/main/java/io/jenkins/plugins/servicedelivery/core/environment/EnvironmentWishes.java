package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Pruned;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Kind;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What every state of an environment operation wants the world to look like. */
final class EnvironmentWishes {
    private final EnvironmentPlan plan;
    private final ObservedEnvironment world;
    private final SortedSet<Name> published;
    private final WorldCheck check;
    private final Instant now;

    private EnvironmentWishes(
            EnvironmentPlan plan, EnvironmentObservation observation, Renderer renderer, Instant now) {
        this.plan = plan;
        this.world = observation.world();
        this.published = observation.published();
        this.check = new WorldCheck(world, renderer, now);
        this.now = now;
    }

    /** How far the observed world is from what this state wants. */
    static EnvironmentOutlook outlook(
            EnvironmentPlan plan,
            EnvironmentState state,
            EnvironmentObservation observation,
            Renderer renderer,
            Instant now) {
        EnvironmentWishes wishes = new EnvironmentWishes(plan, observation, renderer, now);
        wishes.compare(state);
        return wishes.check.outlook();
    }

    private void compare(EnvironmentState state) {
        if (state instanceof EnvironmentState.Preparing) {
            preparing();
        } else if (state instanceof EnvironmentState.Starting starting) {
            starting(starting.wave());
        } else if (state instanceof EnvironmentState.Switching switching) {
            switching(switching.wave());
        } else if (state instanceof EnvironmentState.Draining) {
            draining();
        } else if (state instanceof EnvironmentState.Unlinking) {
            unlinking();
        } else if (state instanceof EnvironmentState.Removing) {
            removing();
        } else if (state instanceof EnvironmentState.Retiring retiring) {
            retiring(retiring.since());
        } else if (state instanceof EnvironmentState.Pruning) {
            pruning();
        } else if (state instanceof EnvironmentState.Returning returning) {
            returning(returning.switchedWaves());
        } else if (state instanceof EnvironmentState.Withdrawing withdrawing) {
            withdrawing(withdrawing.switchedWaves());
        }
    }

    private void preparing() {
        if (world.view().presence() == NamespaceView.Presence.ABSENT) {
            check.missing("the namespace " + plan.namespace() + " is not there");
        }
        plan.changes()
                .map(ServiceChange::service)
                .filter(service -> !published.contains(service))
                .forEach(service -> check.missing("the configuration of " + service + " is not published"));
    }

    private void starting(int wave) {
        plan.waves()
                .get(wave)
                .changes()
                .forEach(change -> check.isThere(change.target().name(), change.replicas()));
        everythingReady(wave + 1);
    }

    /** Requests never move to versions that are not ready, so what is missing counts only when they are. */
    private void switching(int wave) {
        everythingReady(wave + 1);
        if (check.nothingPending()) {
            plan.waves().get(wave).changes().forEach(this::switched);
        }
    }

    private void switched(ServiceChange change) {
        check.isStable(change.service(), change.target().name());
        if (change.movesTraffic()) {
            check.isInEffect(change.service(), change.forward());
        }
    }

    private void draining() {
        everythingReady(plan.waves().size());
        replacing().forEach(change -> check.isDrained(change.service(), change.forward(), drain()));
    }

    private void unlinking() {
        everythingReady(plan.waves().size());
        replacing().forEach(change -> check.isInEffect(change.service(), change.settled()));
    }

    private void removing() {
        replacing().flatMap(change -> change.replaced().stream()).forEach(old -> check.isGone(old.name()));
    }

    private void retiring(Instant since) {
        plan.pruned().forEach(pruned -> check.hasNoRoute(pruned.service()));
        if (now.isBefore(since.plus(drain()))) {
            check.pending("requests of retired services are being finished");
        }
    }

    private void pruning() {
        for (Pruned pruned : plan.pruned()) {
            check.hasNoStable(pruned.service());
            pruned.versions().forEach(check::isGone);
        }
    }

    private void returning(int switchedWaves) {
        plan.changesOfFirst(switchedWaves).forEach(change -> change.replaced().ifPresent(old -> {
            check.isDrained(change.service(), change.backward().orElseThrow(), drain());
            check.isStable(change.service(), old.name());
        }));
    }

    private void withdrawing(int switchedWaves) {
        if (plan.createsNamespace()) {
            withdrawingNamespace();
        } else {
            plan.changesOfFirst(switchedWaves).forEach(change -> change.replaced()
                    .ifPresent(old -> check.isWritten(change.service(), Route.allTo(old.name()))));
            plan.changes().forEach(this::undone);
        }
    }

    private void withdrawingNamespace() {
        switch (world.view().presence()) {
            case PRESENT -> check.missing("the namespace " + plan.namespace() + " is still there");
            case TERMINATING -> check.pending("the namespace " + plan.namespace() + " is being removed");
            case ABSENT -> plan.changes().map(ServiceChange::service).forEach(check::hasNoRoute);
        }
    }

    private void undone(ServiceChange change) {
        if (change.kind() == Kind.CREATE) {
            check.hasNoRoute(change.service());
            check.hasNoStable(change.service());
        }
        if (change.createsVersion()) {
            check.isGone(change.target().name());
        } else if (change.kind() == Kind.SCALE) {
            change.replicasBefore()
                    .ifPresent(count -> check.isThere(change.target().name(), count));
        }
    }

    private void everythingReady(int waves) {
        plan.changesOfFirst(waves)
                .forEach(change -> check.isReady(change.target().name()));
    }

    private Stream<ServiceChange> replacing() {
        return plan.changes().filter(change -> change.replaced().isPresent());
    }

    private Duration drain() {
        return plan.limits().drain();
    }
}
