package io.jenkins.plugins.servicedelivery.core.release;

import static io.jenkins.plugins.servicedelivery.core.release.ReleaseSituation.*;

import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Extent;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.CleaningUp;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Discarding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Holding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Keeping;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Paused;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Preparing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Promoting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Removing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Retiring;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.RollingBack;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Selecting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Shifting;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Says which situation a release is in: pure, the most urgent one first. One of these looks at one tick. */
final class ReleaseClassifier {
    private final ReleasePlan plan;
    private final ReleaseObservation seen;
    private final Optional<Signal.Kind> asked;
    private final Instant now;

    ReleaseClassifier(ReleasePlan plan, ReleaseObservation seen, Optional<Signal.Kind> asked, Instant now) {
        this.plan = plan;
        this.seen = seen;
        this.asked = asked;
        this.now = now;
    }

    ReleaseSituation classify(ReleaseState state) {
        if (state.isTerminal()) {
            return ENDED;
        }
        if (!seen.namespaceThere()) {
            return NAMESPACE_GONE;
        }
        return overtaken(state).or(() -> asked(state)).orElseGet(() -> undisturbed(state));
    }

    /** After the promotion the service may be given another version, this release's old one included. */
    private Optional<ReleaseSituation> overtaken(ReleaseState state) {
        boolean movedOn = !isSelected(plan.candidate().name());
        if (state instanceof Keeping || state instanceof Retiring) {
            return movedOn ? Optional.of(isOldInUse() ? OLD_IN_USE : MOVED_ON) : Optional.empty();
        }
        return state instanceof Removing && isOldInUse() ? Optional.of(OLD_IN_USE) : Optional.empty();
    }

    private boolean isOldInUse() {
        String old = plan.stable().name();
        boolean named = seen.route()
                .filter(status -> status.written().weights().containsKey(old))
                .isPresent();
        return isSelected(old) || named;
    }

    private boolean isSelected(String version) {
        return seen.selected().equals(Optional.of(version));
    }

    private Optional<ReleaseSituation> asked(ReleaseState state) {
        return asked.filter(kind -> ReleaseSignals.accepts(state, kind)).map(kind -> switch (kind) {
            case ROLLBACK -> state instanceof Keeping && !seen.stable().canServe() ? STABLE_LOST : ROLLBACK_ASKED;
            case PAUSE -> PAUSE_ASKED;
            case RESUME -> RESUME_ASKED;
            case SUPERSEDE -> SUPERSEDE_ASKED;
        });
    }

    private ReleaseSituation undisturbed(ReleaseState state) {
        if (state instanceof Preparing preparing) {
            return candidate(preparing);
        }
        if (state instanceof Shifting shifting) {
            return shifting(shifting);
        }
        if (state instanceof Holding holding) {
            return holding(holding);
        }
        if (state instanceof Paused paused) {
            return paused(paused);
        }
        if (state instanceof Promoting promoting) {
            return lostOr(() -> route(plan.split(Weight.ALL), promoting.since()));
        }
        if (state instanceof Selecting) {
            return lostOr(() ->
                    selectedAndDrained(plan.split(Weight.ALL), plan.candidate().name()));
        }
        return promotedOrBack(state);
    }

    private ReleaseSituation promotedOrBack(ReleaseState state) {
        if (state instanceof Keeping keeping) {
            return keeping(keeping);
        }
        if (state instanceof Retiring retiring) {
            return drained(Route.allTo(plan.candidate().name()), retiring.since());
        }
        if (state instanceof Removing) {
            return objects(seen.stable());
        }
        if (state instanceof RollingBack back) {
            return rollingBack(back);
        }
        if (state instanceof CleaningUp cleaning) {
            return drained(Route.allTo(plan.stable().name()), cleaning.since());
        }
        if (state instanceof Discarding) {
            return objects(seen.candidate());
        }
        throw new IllegalStateException("no release is ever in the state " + state);
    }

    private ReleaseSituation candidate(Preparing preparing) {
        if (seen.candidate().isReady()) {
            return CANDIDATE_READY;
        }
        if (seen.candidate().objects() != Extent.ALL) {
            return CANDIDATE_INCOMPLETE;
        }
        return isOver(preparing.since(), plan.strategy().readyWithin()) ? CANDIDATE_LATE : CANDIDATE_STARTING;
    }

    private ReleaseSituation shifting(Shifting shifting) {
        return lostOr(() ->
                seen.stable().canServe() ? route(plan.split(shifting.at().weight()), shifting.since()) : STABLE_LOST);
    }

    private ReleaseSituation holding(Holding holding) {
        Route wanted = plan.split(holding.at().weight());
        if (!seen.candidate().canServe()) {
            return CANDIDATE_LOST;
        }
        if (!seen.stable().canServe()) {
            return STABLE_LOST;
        }
        if (!seen.isWritten(wanted)) {
            return ROUTE_CHANGED;
        }
        boolean wholeWindow = seen.inEffectSince(wanted)
                .filter(since -> !since.isAfter(holding.windowFrom()))
                .isPresent();
        if (!wholeWindow) {
            return ROUTE_INTERRUPTED;
        }
        return now.isBefore(holding.nextLook()) ? BETWEEN_LOOKS : look(holding);
    }

    private ReleaseSituation look(Holding holding) {
        return switch (ReleaseLook.verdict(plan, holding, seen, now).ruling()) {
            case PASS -> LOOK_PASSES;
            case FAIL -> LOOK_FAILS;
            case INCONCLUSIVE -> LOOK_INCONCLUSIVE;
            case UNDECIDED -> LOOK_UNDECIDED;
        };
    }

    private ReleaseSituation paused(Paused paused) {
        if (paused.at().weight().equals(Weight.NONE)) {
            return PAUSE_LASTS;
        }
        return lostOr(() -> seen.isWritten(plan.split(paused.at().weight())) ? PAUSE_LASTS : ROUTE_CHANGED);
    }

    private ReleaseSituation keeping(Keeping keeping) {
        if (!now.isBefore(keeping.until())) {
            return KEEP_OVER;
        }
        return seen.isWritten(plan.split(Weight.ALL)) ? KEEP_RUNS : ROUTE_CHANGED;
    }

    private ReleaseSituation rollingBack(RollingBack back) {
        Route wanted = ReleaseEffects.back(plan, back);
        ReleaseSituation route = route(wanted, back.since());
        if (route != ROUTE_CHANGED && !isSelected(plan.stable().name())) {
            return SELECTOR_ELSEWHERE;
        }
        return route == ROUTE_IN_EFFECT ? drained(wanted) : route;
    }

    private ReleaseSituation selectedAndDrained(Route wanted, String version) {
        if (!seen.isWritten(wanted)) {
            return ROUTE_CHANGED;
        }
        return isSelected(version) ? drained(wanted) : SELECTOR_ELSEWHERE;
    }

    private ReleaseSituation drained(Route wanted, Instant since) {
        ReleaseSituation route = route(wanted, since);
        return route == ROUTE_IN_EFFECT ? drained(wanted) : route;
    }

    private ReleaseSituation drained(Route wanted) {
        return seen.hasBeenInEffect(wanted, plan.drain(), now) ? DRAINED : DRAINING;
    }

    private ReleaseSituation route(Route wanted, Instant since) {
        if (seen.inEffectSince(wanted).isPresent()) {
            return ROUTE_IN_EFFECT;
        }
        if (!seen.isWritten(wanted)) {
            return ROUTE_CHANGED;
        }
        return isOver(since, plan.strategy().inEffectWithin()) ? ROUTE_LATE : ROUTE_PENDING;
    }

    private ReleaseSituation lostOr(Supplier<ReleaseSituation> otherwise) {
        return seen.candidate().canServe() ? otherwise.get() : CANDIDATE_LOST;
    }

    private static ReleaseSituation objects(ReleaseObservation.Seen version) {
        return version.objects() == Extent.NONE ? OBJECTS_GONE : OBJECTS_LEFT;
    }

    private boolean isOver(Instant since, Duration limit) {
        return now.isAfter(since.plus(limit));
    }
}
