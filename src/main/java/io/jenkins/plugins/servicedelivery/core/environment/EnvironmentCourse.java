package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Limits;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Draining;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Failed;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Preparing;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Pruning;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Ready;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Removing;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Retiring;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Returning;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Reversible;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Starting;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Switching;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Unlinking;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Withdrawing;
import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where an environment operation goes from a state at a moment. */
final class EnvironmentCourse {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final EnvironmentPlan plan;
    private final EnvironmentState state;
    private final Instant now;

    EnvironmentCourse(EnvironmentPlan plan, EnvironmentState state, Instant now) {
        this.plan = plan;
        this.state = state;
        this.now = now;
    }

    /** How long a state may last. */
    static Duration limit(EnvironmentPlan plan, EnvironmentState state) {
        Limits limits = plan.limits();
        if (state instanceof Preparing || state instanceof Starting) {
            return limits.readyWithin();
        }
        if (state instanceof Switching || state instanceof Unlinking) {
            return limits.inEffectWithin();
        }
        if (state instanceof Draining || state instanceof Returning) {
            return limits.inEffectWithin().plus(limits.drain());
        }
        return state instanceof Retiring ? limits.goneWithin().plus(limits.drain()) : limits.goneWithin();
    }

    Decision<EnvironmentState> decide(EnvironmentSituation situation, String outlook, Optional<Signal> signal) {
        if (state.isTerminal()) {
            return new Decision.Await<>(LOOK_AGAIN, "it has ended");
        }
        return switch (situation) {
            case ROLLBACK_ASKED -> rollback(signal);
            case NAMESPACE_LOST -> lost();
            case PLAN_OUTDATED -> outdated();
            case NOT_IN_PLACE -> new Decision.Enforce<>(outlook);
            case WAITING -> new Decision.Await<>(LOOK_AGAIN, outlook);
            case OVERDUE -> giveUp(outlook + ", after " + Durations.print(limit(plan, state)));
            case DONE -> onwards();
        };
    }

    /** A failure on the way forward is a reason to go back; one on the way back, or after the point of no return, is borne. */
    Decision<EnvironmentState> afterFailure(String failure) {
        boolean mayTryAgain =
                !(state instanceof Reversible) && now.isBefore(state.since().plus(limit(plan, state)));
        return state.isTerminal() || mayTryAgain ? new Decision.Await<>(LOOK_AGAIN, failure) : giveUp(failure);
    }

    private Decision<EnvironmentState> rollback(Optional<Signal> signal) {
        if (state instanceof Reversible reversible && signal.isPresent()) {
            return Decision.obey(back(reversible, signal.get().words("rollback asked for")), signal.get());
        }
        return new Decision.Await<>(LOOK_AGAIN, "it is too late to go back");
    }

    private Decision<EnvironmentState> lost() {
        String lost = "the namespace " + plan.namespace() + " is gone, is being removed or belongs to somebody else";
        if (state instanceof Returning returning) {
            return Decision.advance(new Failed(returning.reason(), lost, now), lost);
        }
        if (state instanceof Withdrawing withdrawing) {
            return Decision.advance(new Failed(withdrawing.reason(), lost, now), lost);
        }
        return Decision.advance(new Failed(lost, "nothing more was touched", now), lost);
    }

    private Decision<EnvironmentState> outdated() {
        String reason = "somebody changed " + plan.owner() + " after the plan was made; run again";
        return state instanceof Preparing
                ? Decision.advance(new Failed(reason, "nothing was touched", now), reason)
                : new Decision.Await<>(LOOK_AGAIN, reason);
    }

    private Decision<EnvironmentState> giveUp(String reason) {
        if (state instanceof Reversible reversible) {
            return Decision.advance(back(reversible, reason), reason);
        }
        if (state instanceof Returning returning) {
            String remark = "requests could not be moved back (" + reason + "), so the new versions were left running";
            return Decision.advance(new Failed(returning.reason(), remark, now), remark);
        }
        if (state instanceof Withdrawing withdrawing) {
            String remark = "not everything could be withdrawn (" + reason + ")";
            return Decision.advance(new Failed(withdrawing.reason(), remark, now), remark);
        }
        String remark = "not everything could be removed (" + reason + ")";
        return Decision.advance(new Ready(remark, now), remark);
    }

    private Decision<EnvironmentState> onwards() {
        if (state instanceof Preparing) {
            return plan.waves().isEmpty() ? afterReplacing() : startWave(0, "everything is prepared");
        }
        if (state instanceof Starting starting) {
            return Decision.advance(new Switching(starting.wave(), now), "all of its versions are ready");
        }
        if (state instanceof Switching switching) {
            int following = switching.wave() + 1;
            return following < plan.waves().size()
                    ? startWave(following, "requests go to the new versions")
                    : afterSwitching();
        }
        if (state instanceof Draining) {
            return Decision.advance(
                    new Unlinking(plan.waves().size(), now), "the replaced versions have had no requests long enough");
        }
        if (state instanceof Unlinking) {
            return Decision.advance(new Removing(now), "no route names the replaced versions any more");
        }
        return onwardsWithoutReturn();
    }

    private Decision<EnvironmentState> onwardsWithoutReturn() {
        if (state instanceof Removing) {
            return afterReplacing();
        }
        if (state instanceof Retiring) {
            return Decision.advance(new Pruning(now), "the retired services have had no requests long enough");
        }
        if (state instanceof Returning returning) {
            return Decision.advance(
                    new Withdrawing(returning.switchedWaves(), returning.reason(), now), "requests have moved back");
        }
        if (state instanceof Withdrawing withdrawing) {
            return Decision.advance(new Failed(withdrawing.reason(), "", now), withdrawing.reason());
        }
        return Decision.advance(new Ready("", now), "everything is as planned");
    }

    private Decision<EnvironmentState> startWave(int wave, String why) {
        return Decision.advance(new Starting(wave, now), why);
    }

    private Decision<EnvironmentState> afterSwitching() {
        boolean replaces = plan.changes().anyMatch(change -> change.replaced().isPresent());
        return replaces
                ? Decision.advance(new Draining(plan.waves().size(), now), "requests go to the new versions")
                : afterReplacing();
    }

    private Decision<EnvironmentState> afterReplacing() {
        return plan.pruned().isEmpty()
                ? Decision.advance(new Ready("", now), "everything is as planned")
                : Decision.advance(new Retiring(now), "every service that is wanted is as planned");
    }

    private EnvironmentState back(Reversible from, String reason) {
        return new Returning(from.switchedWaves(), reason, now);
    }
}
