package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Decision.Await;
import io.jenkins.plugins.servicedelivery.core.operation.Decision.Enforce;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Holding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Keeping;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.PauseCause;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Paused;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Position;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Preparing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Promoting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Selecting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Shifting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Inconclusive;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says what a release does next: pure. Here the way forward up to the promotion; the rest is in {@link ReleaseEndings}. */
final class ReleaseDecisions extends ReleaseRules {
    ReleaseDecisions(
            ReleasePlan plan,
            ReleaseSituation situation,
            ReleaseObservation seen,
            Optional<Signal> signal,
            Instant now) {
        super(plan, situation, seen, signal, now);
    }

    Decision<ReleaseState> next(ReleaseState state) {
        if (state instanceof Preparing) {
            return preparing();
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
            return promoting(promoting.at());
        }
        if (state instanceof Selecting) {
            return selecting();
        }
        return new ReleaseEndings(plan, situation, seen, signal, now).next(state);
    }

    private Decision<ReleaseState> preparing() {
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case ROLLBACK_ASKED -> obeyRollback();
            case PAUSE_ASKED -> obeyPause(new Position(0, Weight.NONE, 0));
            case CANDIDATE_INCOMPLETE -> Decision.advance(new Preparing(now), "creating the candidate");
            case CANDIDATE_STARTING -> new Await<>(SOON, seen.candidate().condition());
            case CANDIDATE_LATE ->
                back("the candidate did not become ready within "
                        + words(plan.strategy().readyWithin()) + ": "
                        + seen.candidate().condition());
            case CANDIDATE_READY -> shiftTo(0, 0, "the candidate is ready");
            default -> impossible("preparing");
        };
    }

    private Decision<ReleaseState> shifting(Shifting shifting) {
        Position at = shifting.at();
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case ROLLBACK_ASKED -> obeyRollback();
            case PAUSE_ASKED -> obeyPause(at);
            case CANDIDATE_LOST -> candidateLost();
            case STABLE_LOST -> stableLost(at);
            case ROUTE_CHANGED -> Decision.advance(new Shifting(at, now), "the route does not say so: writing it");
            case ROUTE_PENDING -> new Await<>(SOON, "the route is not yet in effect");
            case ROUTE_LATE -> inconclusive(at, PauseCause.NOT_IN_EFFECT, notInEffect());
            case ROUTE_IN_EFFECT -> hold(shifting);
            default -> impossible("shifting");
        };
    }

    private Decision<ReleaseState> holding(Holding holding) {
        Position at = holding.at();
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case ROLLBACK_ASKED -> obeyRollback();
            case PAUSE_ASKED -> obeyPause(at);
            case CANDIDATE_LOST -> candidateLost();
            case STABLE_LOST -> stableLost(at);
            case ROUTE_CHANGED ->
                Decision.advance(
                        new Shifting(at, now),
                        "somebody changed the route to " + routeSeen()
                                + ": writing it again, and the window starts anew");
            case ROUTE_INTERRUPTED ->
                Decision.advance(
                        new Shifting(at, now), "the route was out of effect for a while: the window starts anew");
            case BETWEEN_LOOKS -> new Await<>(until(holding.nextLook()), "the next look is due");
            case LOOK_UNDECIDED ->
                Decision.advance(
                        new Holding(
                                at.looked(),
                                holding.windowFrom(),
                                ReleaseLook.nextAfter(plan, holding.windowFrom(), now)),
                        verdict(holding));
            case LOOK_PASSES -> passed(at.looked(), verdict(holding));
            case LOOK_FAILS -> back(verdict(holding));
            case LOOK_INCONCLUSIVE -> inconclusive(at.looked(), PauseCause.INCONCLUSIVE, verdict(holding));
            default -> impossible("holding");
        };
    }

    private Decision<ReleaseState> paused(Paused paused) {
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case ROLLBACK_ASKED -> obeyRollback();
            case RESUME_ASKED -> Decision.obey(resumed(paused), signal.orElseThrow());
            case CANDIDATE_LOST -> candidateLost();
            case ROUTE_CHANGED ->
                new Enforce<>("somebody changed the route to " + routeSeen() + " during the pause: writing it again");
            case PAUSE_LASTS -> new Await<>(LATER, paused.why());
            default -> impossible("paused");
        };
    }

    private Decision<ReleaseState> promoting(Position at) {
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case ROLLBACK_ASKED -> obeyRollback();
            case CANDIDATE_LOST -> candidateLost();
            case ROUTE_CHANGED -> Decision.advance(new Promoting(at, now), "the route does not say so: writing it");
            case ROUTE_PENDING -> new Await<>(SOON, "the route is not yet in effect");
            case ROUTE_LATE -> inconclusive(at, PauseCause.NOT_IN_EFFECT, notInEffect());
            case ROUTE_IN_EFFECT -> Decision.advance(new Selecting(now), "all requests go to the candidate");
            default -> impossible("promoting");
        };
    }

    private Decision<ReleaseState> selecting() {
        return switch (situation) {
            case NAMESPACE_GONE -> namespaceGone();
            case ROLLBACK_ASKED -> obeyRollback();
            case CANDIDATE_LOST -> candidateLost();
            case ROUTE_CHANGED ->
                new Enforce<>(
                        "somebody changed the route to " + routeSeen() + " during the promotion: writing it again");
            case SELECTOR_ELSEWHERE ->
                new Enforce<>("the stable Service does not select the candidate: writing it again");
            case DRAINING -> draining();
            case DRAINED ->
                Decision.advance(
                        new Keeping(now.plus(plan.strategy().keep())), "the candidate is the stable version now");
            default -> impossible("selecting");
        };
    }

    private Decision<ReleaseState> passed(Position at, String why) {
        boolean manual = plan.strategy().steps().get(at.step()).manual();
        return manual
                ? pause(
                        at,
                        PauseCause.MANUAL_STEP,
                        "step " + (at.step() + 1) + " is passed and a person must agree: " + why)
                : shiftTo(at.step() + 1, at.looks(), why);
    }

    private ReleaseState resumed(Paused paused) {
        Position at = paused.at();
        if (paused.cause() == PauseCause.MANUAL_STEP) {
            return stepTo(at.step() + 1, at.looks());
        }
        return at.weight().equals(Weight.NONE) ? new Preparing(now) : stepTo(at.step(), at.looks());
    }

    private Decision<ReleaseState> shiftTo(int step, int looks, String why) {
        return Decision.advance(stepTo(step, looks), why);
    }

    private ReleaseState stepTo(int step, int looks) {
        List<ReleaseStrategy.Step> steps = plan.strategy().steps();
        return step < steps.size()
                ? new Shifting(new Position(step, steps.get(step).weight(), looks), now)
                : new Promoting(new Position(step, Weight.ALL, looks), now);
    }

    /** After a pause the route has been in effect for long: what was seen before must not be judged a second time. */
    private Decision<ReleaseState> hold(Shifting shifting) {
        Instant inEffect =
                seen.inEffectSince(plan.split(shifting.at().weight())).orElse(now);
        Instant from = inEffect.isBefore(shifting.since()) ? shifting.since() : inEffect;
        Instant windowFrom = from.plus(plan.strategy().judge().warmUp());
        Instant nextLook = windowFrom.plus(plan.strategy().judge().interval());
        return Decision.advance(
                new Holding(shifting.at(), windowFrom, nextLook), "the route is in effect since " + inEffect);
    }

    private Decision<ReleaseState> inconclusive(Position at, PauseCause cause, String why) {
        return plan.strategy().judge().inconclusive() == Inconclusive.ROLLBACK ? back(why) : pause(at, cause, why);
    }

    private Decision<ReleaseState> stableLost(Position at) {
        return pause(
                at,
                PauseCause.STABLE_LOST,
                "stable " + plan.stable().name() + " cannot serve: "
                        + seen.stable().condition());
    }

    private Decision<ReleaseState> candidateLost() {
        return back("the candidate cannot serve: " + seen.candidate().condition());
    }

    private Decision<ReleaseState> obeyPause(Position at) {
        Signal asked = signal.orElseThrow();
        return Decision.obey(new Paused(at, PauseCause.PERSON, asked.words("paused"), now), asked);
    }

    private Decision<ReleaseState> pause(Position at, PauseCause cause, String why) {
        return Decision.advance(new Paused(at, cause, why, now), why);
    }

    private String verdict(Holding holding) {
        Verdict verdict = ReleaseLook.verdict(plan, holding, seen, now);
        return "look " + verdict.look().number() + ": " + verdict.text();
    }
}
