package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Fences;
import io.jenkins.plugins.servicedelivery.core.operation.Operation;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Brings an environment to what its plan says, wave by wave: new versions come up, requests move to them, and only then
 * the versions they replace go. Where something fails, the environment is brought back to what it was.
 */
public final class EnvironmentOperation
        implements Operation<
                EnvironmentPlan, EnvironmentState, EnvironmentObservation, EnvironmentSituation, EnvironmentEffect> {
    /** The kind of its records. */
    public static final String KIND = "environment";

    private final EnvironmentEffect.Ports ports;

    public EnvironmentOperation(Cluster cluster, Renderer renderer, Router router, ConfigStore configs) {
        this.ports = new EnvironmentEffect.Ports(cluster, renderer, router, configs);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public EnvironmentObservation observe(EnvironmentPlan plan, EnvironmentState state, Instant now) {
        ObservedEnvironment world =
                ObservedEnvironment.of(ports.cluster(), ports.router(), plan.namespace(), plan.touchedServices());
        boolean publishing = state instanceof EnvironmentState.Preparing
                && world.view().presence() == NamespaceView.Presence.PRESENT;
        return new EnvironmentObservation(world, publishing ? published(plan) : Collections.emptySortedSet());
    }

    @Override
    public EnvironmentSituation classify(
            EnvironmentPlan plan,
            EnvironmentState state,
            EnvironmentObservation observation,
            Optional<Signal> signal,
            Instant now) {
        if (state.isTerminal()) {
            return EnvironmentSituation.DONE;
        }
        if (signal.filter(asked -> accepts(state, asked.kind())).isPresent()) {
            return EnvironmentSituation.ROLLBACK_ASKED;
        }
        if (isLost(plan, state, observation.world().view())) {
            return EnvironmentSituation.NAMESPACE_LOST;
        }
        if (state instanceof EnvironmentState.Preparing && isOutdated(plan, observation.world())) {
            return EnvironmentSituation.PLAN_OUTDATED;
        }
        EnvironmentOutlook outlook = outlook(plan, state, observation, now);
        if (outlook.isDone()) {
            return EnvironmentSituation.DONE;
        }
        if (!now.isBefore(state.since().plus(EnvironmentCourse.limit(plan, state)))) {
            return EnvironmentSituation.OVERDUE;
        }
        return outlook.missing().isEmpty() ? EnvironmentSituation.WAITING : EnvironmentSituation.NOT_IN_PLACE;
    }

    @Override
    public Decision<EnvironmentState> next(
            EnvironmentPlan plan,
            EnvironmentState state,
            EnvironmentSituation situation,
            EnvironmentObservation observation,
            Optional<Signal> signal,
            Instant now) {
        String outlook = outlook(plan, state, observation, now).words();
        return new EnvironmentCourse(plan, state, now).decide(situation, outlook, signal);
    }

    @Override
    public List<EnvironmentEffect> effects(EnvironmentPlan plan, EnvironmentState state) {
        return EnvironmentEffects.of(plan, state);
    }

    @Override
    public void perform(EnvironmentPlan plan, EnvironmentEffect effect, Fences fences) {
        effect.carryOut(plan, ports, fences);
    }

    @Override
    public Decision<EnvironmentState> onFailure(
            EnvironmentPlan plan, EnvironmentState state, DeliveryException failure, Instant now) {
        return new EnvironmentCourse(plan, state, now).afterFailure(failure.getMessage());
    }

    /** Going back is possible as long as everything that was replaced is still there. */
    @Override
    public boolean accepts(EnvironmentState state, Signal.Kind signal) {
        return signal == Signal.Kind.ROLLBACK && state instanceof EnvironmentState.Reversible;
    }

    private EnvironmentOutlook outlook(
            EnvironmentPlan plan, EnvironmentState state, EnvironmentObservation observation, Instant now) {
        return EnvironmentWishes.outlook(plan, state, observation, ports.renderer(), now);
    }

    private SortedSet<Name> published(EnvironmentPlan plan) {
        SortedSet<Name> published = new TreeSet<>();
        plan.changes()
                .filter(change -> ports.configs()
                        .read(plan.namespace(), change.target().configuration().id())
                        .isPresent())
                .forEach(change -> published.add(change.service()));
        return published;
    }

    /** The claims are taken after the plan is made; whoever had them in between may have changed what it rests on. */
    private static boolean isOutdated(EnvironmentPlan plan, ObservedEnvironment world) {
        return plan.changes().anyMatch(change -> {
            Optional<String> then = change.before().map(LiveVersion::name);
            boolean targetAppeared = change.createsVersion()
                    && world.view().versions().containsKey(change.target().name());
            return targetAppeared || !then.equals(world.live(change.service()).map(LiveVersion::name));
        });
    }

    private static boolean isLost(EnvironmentPlan plan, EnvironmentState state, NamespaceView view) {
        boolean ours = view.presence() == NamespaceView.Presence.PRESENT
                && view.owner().equals(Optional.of(plan.owner()));
        boolean foreign = view.presence() == NamespaceView.Presence.PRESENT && !ours;
        boolean maybeNotYetMade = plan.createsNamespace() && state instanceof EnvironmentState.Preparing;
        boolean maybeGoneOnPurpose = plan.createsNamespace() && state instanceof EnvironmentState.Withdrawing;
        return foreign
                || (!ours
                        && !maybeGoneOnPurpose
                        && !(maybeNotYetMade && view.presence() == NamespaceView.Presence.ABSENT));
    }
}
