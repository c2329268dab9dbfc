package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Decision.Await;
import io.jenkins.plugins.servicedelivery.core.operation.Decision.Enforce;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.CleaningUp;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Completed;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Discarding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Keeping;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Removing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Retiring;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.RolledBack;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.RollingBack;
import java.time.Instant;
import java.util.Optional;

/** Says what a release does next after its promotion and on its way back: pure. */
final class ReleaseEndings extends ReleaseRules {
    ReleaseEndings(
            ReleasePlan plan,
            ReleaseSituation situation,
            ReleaseObservation seen,
            Optional<Signal> signal,
            Instant now) {
        super(plan, situation, seen, signal, now);
    }

    Decision<ReleaseState> next(ReleaseState state) {
        if (state instanceof Keeping keeping) {
            return keeping(keeping);
        }
        if (state instanceof Retiring) {
            return retiring();
        }
        if (state instanceof Removing) {
            return removing();
        }
        if (state instanceof RollingBack back) {
            return rollingBack(back);
        }
        if (state instanceof CleaningUp cleaning) {
            return cleaningUp(cleaning);
        }
        if (state instanceof Discarding discarding) {
            return discarding(discarding);
        }
        return situation == ReleaseSituation.ENDED
                ? new Await<>(LATER, "the release has ended")
                : impossible(state.phrase());
    }

    private Decision<ReleaseState> keeping(Keeping keeping) {
        return switch (situation) {
            case NAMESPACE_GONE -> Decision.advance(new Completed("the namespace is gone"), "the namespace is gone");
            case MOVED_ON ->
                Decision.advance(
                        new Removing(now),
                        "the service was given " + selectedSeen() + " meanwhile: the old version is not needed");
            case OLD_IN_USE -> oldInUse();
            case ROLLBACK_ASKED -> obeyRollback();
            case STABLE_LOST ->
                new Await<>(
                        LATER,
                        "a rollback is asked for, but the old version cannot serve: "
                                + seen.stable().condition());
            case SUPERSEDE_ASKED -> Decision.obey(new Retiring(now), signal.orElseThrow());
            case ROUTE_CHANGED -> new Enforce<>("somebody changed the route to " + routeSeen() + ": writing it again");
            case KEEP_OVER -> Decision.advance(new Retiring(now), "the keep window is over");
            case KEEP_RUNS -> new Await<>(until(keeping.until()), "the keep window runs");
            default -> impossible("keeping");
        };
    }

    private Decision<ReleaseState> retiring() {
        return switch (situation) {
            case NAMESPACE_GONE -> Decision.advance(new Completed("the namespace is gone"), "the namespace is gone");
            case MOVED_ON ->
                Decision.advance(
                        new Removing(now),
                        "the service was given " + selectedSeen() + " meanwhile: the old version is not needed");
            case OLD_IN_USE -> oldInUse();
            case ROUTE_CHANGED -> new Enforce<>("the route still names the old version: writing it again");
            case ROUTE_PENDING -> new Await<>(SOON, "the route is not yet in effect");
            case ROUTE_LATE -> new Await<>(LATER, notInEffect() + "; the old version stays until it is");
            case DRAINING -> draining();
            case DRAINED -> Decision.advance(new Removing(now), "the old version has drained");
            default -> impossible("retiring");
        };
    }

    private Decision<ReleaseState> removing() {
        return switch (situation) {
            case NAMESPACE_GONE -> Decision.advance(new Completed("the namespace is gone"), "the namespace is gone");
            case OLD_IN_USE -> oldInUse();
            case OBJECTS_LEFT -> new Enforce<>("objects of the old version are still there");
            case OBJECTS_GONE ->
                Decision.advance(new Completed("the old version was removed"), "the old version is gone");
            default -> impossible("removing");
        };
    }

    private Decision<ReleaseState> rollingBack(RollingBack back) {
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case ROUTE_CHANGED -> new Enforce<>("the route does not lead back to stable: writing it again");
            case SELECTOR_ELSEWHERE ->
                new Enforce<>("the stable Service does not select the stable version: writing it again");
            case ROUTE_PENDING -> new Await<>(SOON, "the route back to stable is not yet in effect");
            case ROUTE_LATE ->
                new Await<>(
                        LATER,
                        "the route back to stable is written but " + notInEffect()
                                + "; still trying, look at the gateway");
            case DRAINING -> draining();
            case DRAINED -> Decision.advance(new CleaningUp(back.reason(), now), "all requests are back at stable");
            default -> impossible("rolling back");
        };
    }

    private Decision<ReleaseState> cleaningUp(CleaningUp cleaning) {
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case ROUTE_CHANGED -> new Enforce<>("the route still names the candidate: writing it again");
            case ROUTE_PENDING -> new Await<>(SOON, "the route is not yet in effect");
            case ROUTE_LATE -> new Await<>(LATER, notInEffect() + "; the candidate stays until it is");
            case DRAINING -> draining();
            case DRAINED -> Decision.advance(new Discarding(cleaning.reason(), now), "the candidate has drained");
            default -> impossible("cleaning up");
        };
    }

    private Decision<ReleaseState> discarding(Discarding discarding) {
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case OBJECTS_LEFT -> new Enforce<>("objects of the candidate are still there");
            case OBJECTS_GONE -> Decision.advance(new RolledBack(discarding.reason()), "the candidate is gone");
            default -> impossible("discarding");
        };
    }

    private Decision<ReleaseState> oldInUse() {
        return Decision.advance(
                new Completed("the old version was left in use"),
                "the service was given " + selectedSeen() + " meanwhile, and the old version is in use: it stays");
    }
}
