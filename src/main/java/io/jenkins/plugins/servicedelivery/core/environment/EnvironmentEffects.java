package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.ApplyVersion;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.CreateNamespace;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.DeleteNamespace;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.PointStable;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.Publish;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.RemoveRoute;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.RemoveStable;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.RemoveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentEffect.WriteRoute;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Pruned;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Kind;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The effects of every state, in the order they are carried out. */
final class EnvironmentEffects {
    private EnvironmentEffects() {}

    static List<EnvironmentEffect> of(EnvironmentPlan plan, EnvironmentState state) {
        if (state instanceof EnvironmentState.Preparing) {
            return preparing(plan);
        }
        if (state instanceof EnvironmentState.Starting starting) {
            return each(
                    inWave(plan, starting.wave()),
                    change -> Stream.of(new ApplyVersion(change.service(), change.replicas())));
        }
        if (state instanceof EnvironmentState.Switching switching) {
            return each(inWave(plan, switching.wave()), EnvironmentEffects::switching);
        }
        if (state instanceof EnvironmentState.Draining) {
            return each(replacing(plan), change -> Stream.of(new WriteRoute(change.service(), change.forward())));
        }
        if (state instanceof EnvironmentState.Unlinking) {
            return each(replacing(plan), change -> Stream.of(new WriteRoute(change.service(), change.settled())));
        }
        return ofRemoval(plan, state);
    }

    private static List<EnvironmentEffect> ofRemoval(EnvironmentPlan plan, EnvironmentState state) {
        if (state instanceof EnvironmentState.Removing) {
            return each(replacing(plan), change -> change.replaced().stream()
                    .map(old -> new RemoveVersion(change.service(), old.name())));
        }
        if (state instanceof EnvironmentState.Retiring) {
            return each(plan.pruned().stream(), pruned -> Stream.of(new RemoveRoute(pruned.service())));
        }
        if (state instanceof EnvironmentState.Pruning) {
            return each(plan.pruned().stream(), EnvironmentEffects::pruning);
        }
        if (state instanceof EnvironmentState.Returning returning) {
            return each(backwards(plan.changesOfFirst(returning.switchedWaves())), EnvironmentEffects::returning);
        }
        if (state instanceof EnvironmentState.Withdrawing withdrawing) {
            return plan.createsNamespace() ? withdrawingAll(plan) : withdrawing(plan, withdrawing.switchedWaves());
        }
        return List.of();
    }

    private static List<EnvironmentEffect> preparing(EnvironmentPlan plan) {
        List<EnvironmentEffect> effects = new ArrayList<>();
        if (plan.createsNamespace()) {
            effects.add(new CreateNamespace());
        }
        plan.changes().forEach(change -> effects.add(new Publish(change.service())));
        return effects;
    }

    /** The stable Service comes first: a route may have it as its parent. */
    private static Stream<EnvironmentEffect> switching(ServiceChange change) {
        Version target = change.target().version();
        Stream<EnvironmentEffect> stable = Stream.of(new PointStable(change.service(), target.name(), target.ports()));
        return change.movesTraffic()
                ? Stream.concat(stable, Stream.of(new WriteRoute(change.service(), change.forward())))
                : stable;
    }

    private static Stream<EnvironmentEffect> pruning(Pruned pruned) {
        return Stream.concat(
                Stream.of(new RemoveStable(pruned.service())),
                pruned.versions().stream().map(version -> new RemoveVersion(pruned.service(), version)));
    }

    private static Stream<EnvironmentEffect> returning(ServiceChange change) {
        return change.replaced().stream()
                .flatMap(old -> Stream.of(
                        new WriteRoute(change.service(), change.backward().orElseThrow()),
                        new PointStable(change.service(), old.name(), old.ports())));
    }

    private static List<EnvironmentEffect> withdrawingAll(EnvironmentPlan plan) {
        List<EnvironmentEffect> effects =
                each(backwards(plan.changes()), change -> Stream.of(new RemoveRoute(change.service())));
        effects.add(new DeleteNamespace());
        return effects;
    }

    /** All routes let go before the first version is removed; callers go before what they call. */
    private static List<EnvironmentEffect> withdrawing(EnvironmentPlan plan, int switchedWaves) {
        List<EnvironmentEffect> effects =
                each(backwards(plan.changesOfFirst(switchedWaves)), EnvironmentEffects::unlinking);
        effects.addAll(each(backwards(plan.changes()), EnvironmentEffects::undoing));
        return effects;
    }

    private static Stream<EnvironmentEffect> unlinking(ServiceChange change) {
        return change.kind() == Kind.CREATE
                ? Stream.of(new RemoveRoute(change.service()))
                : change.replaced().stream().map(old -> new WriteRoute(change.service(), Route.allTo(old.name())));
    }

    private static Stream<EnvironmentEffect> undoing(ServiceChange change) {
        if (change.kind() == Kind.SCALE) {
            return change.replicasBefore().stream().map(count -> new ApplyVersion(change.service(), count));
        }
        Stream<EnvironmentEffect> stable =
                change.kind() == Kind.CREATE ? Stream.of(new RemoveStable(change.service())) : Stream.of();
        Stream<EnvironmentEffect> version = change.createsVersion()
                ? Stream.of(new RemoveVersion(change.service(), change.target().name()))
                : Stream.of();
        return Stream.concat(stable, version);
    }

    private static Stream<ServiceChange> inWave(EnvironmentPlan plan, int wave) {
        return plan.waves().get(wave).changes().stream();
    }

    private static Stream<ServiceChange> replacing(EnvironmentPlan plan) {
        return plan.changes().filter(change -> change.replaced().isPresent());
    }

    private static Stream<ServiceChange> backwards(Stream<ServiceChange> changes) {
        List<ServiceChange> reversed = new ArrayList<>(changes.toList());
        Collections.reverse(reversed);
        return reversed.stream();
    }

    private static <T> List<EnvironmentEffect> each(
            Stream<T> things, Function<T, Stream<? extends EnvironmentEffect>> effects) {
        List<EnvironmentEffect> list = new ArrayList<>();
        things.forEach(thing -> effects.apply(thing).forEach(list::add));
        return list;
    }
}
