package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.environment.RecycleState.Deleting;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState.Recycled;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState.Refused;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState.Unrouting;
import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Fences;
import io.jenkins.plugins.servicedelivery.core.operation.Operation;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes an environment: its routes first, then its namespace with everything in it, and waits until it is gone. A
 * namespace that does not go is waited for without end, because nothing else could use its name meanwhile.
 */
public final class RecycleOperation
        implements Operation<RecyclePlan, RecycleState, ObservedEnvironment, RecycleSituation, RecycleEffect> {
    /** The kind of its records. */
    public static final String KIND = "recycle";

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Router router;

    public RecycleOperation(Cluster cluster, Router router) {
        this.cluster = cluster;
        this.router = router;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ObservedEnvironment observe(RecyclePlan plan, RecycleState state, Instant now) {
        return ObservedEnvironment.of(cluster, router, plan.namespace(), plan.services());
    }

    @Override
    public RecycleSituation classify(
            RecyclePlan plan,
            RecycleState state,
            ObservedEnvironment observation,
            Optional<Signal> signal,
            Instant now) {
        NamespaceView view = observation.view();
        boolean present = view.presence() == NamespaceView.Presence.PRESENT;
        if (present && !view.owner().equals(Optional.of(plan.owner()))) {
            return RecycleSituation.NOT_OURS;
        }
        if (!observation.routes().isEmpty()) {
            return RecycleSituation.ROUTES_LEFT;
        }
        if (state instanceof Unrouting) {
            return RecycleSituation.GONE;
        }
        return switch (view.presence()) {
            case PRESENT -> RecycleSituation.NAMESPACE_LEFT;
            case TERMINATING -> RecycleSituation.GOING;
            case ABSENT -> RecycleSituation.GONE;
        };
    }

    @Override
    public Decision<RecycleState> next(
            RecyclePlan plan,
            RecycleState state,
            RecycleSituation situation,
            ObservedEnvironment observation,
            Optional<Signal> signal,
            Instant now) {
        if (state.isTerminal()) {
            return new Decision.Await<>(LOOK_AGAIN, "it has ended");
        }
        return switch (situation) {
            case NOT_OURS -> notOurs(plan, observation, now);
            case ROUTES_LEFT ->
                new Decision.Enforce<>("the routes of " + observation.routes().keySet() + " are still there");
            case NAMESPACE_LEFT -> new Decision.Enforce<>("the namespace " + plan.namespace() + " is still there");
            case GOING ->
                new Decision.Await<>(
                        LOOK_AGAIN, "the namespace " + plan.namespace() + " is being removed since " + state.since());
            case GONE ->
                state instanceof Unrouting
                        ? Decision.advance(new Deleting(now), "no route is left")
                        : Decision.advance(new Recycled(now), "nothing is left");
        };
    }

    @Override
    public List<RecycleEffect> effects(RecyclePlan plan, RecycleState state) {
        if (state instanceof Unrouting) {
            return unrouting(plan).toList();
        }
        return state instanceof Deleting
                ? Stream.concat(unrouting(plan), Stream.of(new RecycleEffect.DeleteNamespace()))
                        .toList()
                : List.of();
    }

    @Override
    public void perform(RecyclePlan plan, RecycleEffect effect, Fences fences) {
        effect.carryOut(plan, cluster, router, fences);
    }

    @Override
    public Decision<RecycleState> onFailure(
            RecyclePlan plan, RecycleState state, DeliveryException failure, Instant now) {
        return state.isTerminal()
                ? new Decision.Await<>(LOOK_AGAIN, failure.getMessage())
                : Decision.advance(new Refused(failure.getMessage(), now), failure.getMessage());
    }

    /** Half an environment is of no use to anybody, so there is no way back. */
    @Override
    public boolean accepts(RecycleState state, Signal.Kind signal) {
        return false;
    }

    private static Decision<RecycleState> notOurs(RecyclePlan plan, ObservedEnvironment observation, Instant now) {
        if (observation.view().owner().isPresent()) {
            String reason = "the namespace " + plan.namespace() + " belongs to "
                    + observation.view().owner().get();
            return Decision.advance(new Refused(reason, now), reason);
        }
        String reason = "the namespace " + plan.namespace() + " was not made by Service Delivery";
        return Decision.advance(new Refused(reason, now), reason);
    }

    private static Stream<RecycleEffect> unrouting(RecyclePlan plan) {
        return plan.services().stream().map(RecycleEffect.RemoveRoute::new);
    }
}
