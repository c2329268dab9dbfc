package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.CreateVersion;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.RemoveVersion;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.SelectStable;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.WriteRoute;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.CleaningUp;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Discarding;
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
import java.util.List;

/**
 * What each state of a release wants of the world, in the order in which it must be done. Holding wants nothing: its route
 * was written by the shift before it, and where that was changed it shifts again.
 */
final class ReleaseEffects {
    private ReleaseEffects() {}

    static List<ReleaseEffect> of(ReleasePlan plan, ReleaseState state) {
        if (state instanceof Preparing) {
            return List.of(new CreateVersion(plan.candidate(), plan.replicas()));
        }
        if (state instanceof Shifting shifting) {
            return List.of(new WriteRoute(plan.split(shifting.at().weight())));
        }
        if (state instanceof Paused paused) {
            Weight weight = paused.at().weight();
            return weight.equals(Weight.NONE) ? List.of() : List.of(new WriteRoute(plan.split(weight)));
        }
        if (state instanceof Promoting) {
            return List.of(new WriteRoute(plan.split(Weight.ALL)));
        }
        if (state instanceof Selecting || state instanceof Keeping) {
            return List.of(new WriteRoute(plan.split(Weight.ALL)), selectCandidate(plan));
        }
        return ofTheEnd(plan, state);
    }

    /** The route of a rollback: all requests to stable, the candidate named at weight 0 as long as it may be. */
    static Route back(ReleasePlan plan, RollingBack back) {
        return back.referenced()
                ? plan.split(Weight.NONE)
                : Route.allTo(plan.stable().name());
    }

    private static List<ReleaseEffect> ofTheEnd(ReleasePlan plan, ReleaseState state) {
        if (state instanceof Retiring) {
            return List.of(new WriteRoute(Route.allTo(plan.candidate().name())));
        }
        if (state instanceof Removing) {
            return List.of(new RemoveVersion(plan.stable().name()));
        }
        if (state instanceof RollingBack back) {
            return List.of(new WriteRoute(back(plan, back)), selectStable(plan));
        }
        if (state instanceof CleaningUp) {
            return List.of(new WriteRoute(Route.allTo(plan.stable().name())));
        }
        if (state instanceof Discarding) {
            return List.of(new RemoveVersion(plan.candidate().name()));
        }
        return List.of();
    }

    private static ReleaseEffect selectCandidate(ReleasePlan plan) {
        return new SelectStable(
                plan.candidate().name(), plan.candidate().version().ports());
    }

    private static ReleaseEffect selectStable(ReleasePlan plan) {
        return new SelectStable(plan.stable().name(), plan.stable().ports());
    }
}
