package io.jenkins.plugins.servicedelivery.core.release;

import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.LONG_AGO;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.NOW;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.at;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.careful;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.gone;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.manual;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.plan;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.ready;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.signal;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.world;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.World;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Holding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.PauseCause;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Paused;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Position;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Preparing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Promoting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.RollingBack;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Shifting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Inconclusive;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the next state carries: steps, windows, looks, reasons. Which kind it is, the table says. */
class ReleaseDecisionsTest {
    private final ReleaseOperation operation = new ReleaseOperation(null, null, null, null, null);

    @Test
    void shouldBeginTheWindowWhenTheRouteIsInEffectPlusTheWarmUp() {
        World inEffect = world().route(plan().split(new Weight(25)), Optional.of(NOW.minusSeconds(1)));

        Holding holding = (Holding) next(new Shifting(at(1), NOW.minusSeconds(5)), inEffect);

        assertThat(holding.windowFrom())
                .isEqualTo(NOW.minusSeconds(1).plus(careful().judge().warmUp()));
        assertThat(holding.nextLook())
                .isEqualTo(holding.windowFrom().plus(careful().judge().interval()));
        assertThat(holding.at()).isEqualTo(at(1));
    }

    @Test
    void shouldNotJudgeAgainWhatWasSeenBeforeAPause() {
        Holding holding = (Holding) next(new Shifting(at(1), NOW), world().at(25));

        assertThat(holding.windowFrom()).isEqualTo(NOW.plus(careful().judge().warmUp()));
    }

    @Test
    void shouldCountEveryLookAndKeepTheWindow() {
        Holding holding = new Holding(at(1), NOW.minusSeconds(30), NOW);

        Holding after = (Holding) next(holding, world().at(25).reading(100, 0, 300, 0));

        assertThat(after.at().looks()).isEqualTo(holding.at().looks() + 1);
        assertThat(after.windowFrom()).isEqualTo(holding.windowFrom());
        assertThat(after.nextLook()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void shouldMakeOneLookOfThoseItWasNotThereFor() {
        Holding slept = new Holding(at(1), NOW.minusSeconds(101), NOW.minusSeconds(71));

        Holding after = (Holding) next(slept, world().at(25).reading(100, 0, 300, 0));

        assertThat(after.at().looks()).isEqualTo(slept.at().looks() + 1);
        assertThat(after.nextLook()).isEqualTo(NOW.plusSeconds(19));
    }

    @Test
    void shouldGoToTheNextWeightAndAfterTheLastToThePromotion() {
        World fine = world().reading(300, 0, 900, 0);

        Shifting second = (Shifting) next(heldOut(0), fine.at(5));
        Promoting all = (Promoting) next(heldOut(2), fine.at(50));

        assertThat(second.at()).isEqualTo(new Position(1, new Weight(25), 8));
        assertThat(all.at()).isEqualTo(new Position(3, Weight.ALL, 8));
    }

    @Test
    void shouldAskAPersonAfterAManualStepAndThenGoOn() {
        Paused paused = (Paused) next(plan(manual()), heldOut(0), world().at(5).reading(300, 0, 900, 0), null);

        assertThat(paused.cause()).isEqualTo(PauseCause.MANUAL_STEP);
        assertThat(paused.at().weight()).isEqualTo(new Weight(5));
        assertThat(next(plan(manual()), paused, world().at(5), Signal.Kind.RESUME))
                .isEqualTo(new Shifting(new Position(1, new Weight(25), 8), NOW));
    }

    @Test
    void shouldHoldTheSameStepAgainAfterAnyOtherPause() {
        Paused paused = new Paused(at(1), PauseCause.INCONCLUSIVE, "too few", LONG_AGO);
        Paused early = new Paused(new Position(0, Weight.NONE, 0), PauseCause.PERSON, "paused", LONG_AGO);
        Paused last = new Paused(at(3), PauseCause.NOT_IN_EFFECT, "not in effect", LONG_AGO);

        assertThat(next(plan(), paused, world().at(25), Signal.Kind.RESUME)).isEqualTo(new Shifting(at(1), NOW));
        assertThat(next(plan(), early, world(), Signal.Kind.RESUME)).isEqualTo(new Preparing(NOW));
        assertThat(next(plan(), last, world().at(100), Signal.Kind.RESUME)).isEqualTo(new Promoting(at(3), NOW));
    }

    @Test
    void shouldRollBackInsteadOfPausingWhereTheStrategySaysSo() {
        ReleasePlan strict = plan(careful(Inconclusive.ROLLBACK));
        Holding noMorePatience = new Holding(at(1), NOW.minusSeconds(480), NOW);
        World pending = world().route(plan().split(new Weight(25)), Optional.empty());

        assertThat(next(strict, noMorePatience, world().at(25).reading(9, 0, 30, 0), null))
                .isInstanceOf(RollingBack.class);
        assertThat(next(strict, new Shifting(at(1), LONG_AGO), pending, null)).isInstanceOf(RollingBack.class);
    }

    @Test
    void shouldPauseWhereStableIsLostWhateverTheStrategySays() {
        ReleasePlan strict = plan(careful(Inconclusive.ROLLBACK));

        Paused paused = (Paused) next(strict, heldOut(1), world().at(25).stable(ready(0)), null);

        assertThat(paused.cause()).isEqualTo(PauseCause.STABLE_LOST);
        assertThat(paused.why()).contains(plan().stable().name(), "0 of 3 instances are ready");
    }

    @Test
    void shouldNameTheNumbersInTheReasonOfARollback() {
        RollingBack back = (RollingBack) next(heldOut(1), world().at(25).reading(300, 60, 900, 1));

        assertThat(back.reason()).contains("look 8", "60 of 300", "1 of 900", "fail");
    }

    @Test
    void shouldNameTheCandidateInTheRouteBackOnlyWhileItIsThere() {
        World there = world().at(25).candidate(ready(0));

        assertThat(((RollingBack) next(heldOut(1), there)).referenced()).isTrue();
        assertThat(((RollingBack) next(heldOut(1), there.candidate(gone()))).referenced())
                .isFalse();
        assertThat(((RollingBack) next(plan(), new Preparing(NOW), world(), Signal.Kind.ROLLBACK)).referenced())
                .isFalse();
    }

    @Test
    void shouldGoBackWhenTheWorldRefusesAnEffectBeforeThePromotion() {
        assertThat(onFailure(new Preparing(NOW)))
                .isEqualTo(new RollingBack(refusal().getMessage(), false, NOW));
        assertThat(onFailure(new Shifting(at(1), NOW)))
                .isEqualTo(new RollingBack(refusal().getMessage(), true, NOW));
        assertThat(onFailure(new ReleaseState.Selecting(NOW))).isInstanceOf(RollingBack.class);
    }

    @Test
    void shouldDropTheCandidateFromTheRouteWhereTheWayBackIsRefused() {
        assertThat(onFailure(new RollingBack("errors", true, NOW))).isEqualTo(new RollingBack("errors", false, NOW));
    }

    @Test
    void shouldKeepTryingWhereNothingElseIsLeft() {
        for (ReleaseState state : new ReleaseState[] {
            new RollingBack("errors", false, NOW),
            new ReleaseState.CleaningUp("errors", NOW),
            new ReleaseState.Keeping(NOW),
            new ReleaseState.Removing(NOW)
        }) {
            assertThat(operation.onFailure(plan(), state, refusal(), NOW)).isInstanceOf(Decision.Await.class);
        }
    }

    @Test
    void shouldSayThatARollbackIsNotInEffectAndGoOnTrying() {
        World pending = world().route(plan().split(Weight.NONE), Optional.empty());

        Decision<ReleaseState> decision = decide(plan(), new RollingBack("errors", true, LONG_AGO), pending, null);

        assertThat(decision).isInstanceOf(Decision.Await.class);
        assertThat(decision.why()).contains("not in effect within 1m", "still trying");
    }

    @Test
    void shouldChangeNothingWhenTheSameTickIsRepeated() {
        Decision<ReleaseState> once = decide(plan(), heldOut(1), world().at(25).reading(300, 0, 900, 0), null);
        Decision<ReleaseState> again = decide(plan(), heldOut(1), world().at(25).reading(300, 0, 900, 0), null);

        assertThat(again).isEqualTo(once);
    }

    private ReleaseState onFailure(ReleaseState state) {
        return ((Decision.Advance<ReleaseState>) operation.onFailure(plan(), state, refusal(), NOW)).to();
    }

    private ReleaseState next(ReleaseState state, World world) {
        return next(plan(), state, world, null);
    }

    private ReleaseState next(ReleasePlan plan, ReleaseState state, World world, Signal.Kind asked) {
        return ((Decision.Advance<ReleaseState>) decide(plan, state, world, asked)).to();
    }

    private Decision<ReleaseState> decide(ReleasePlan plan, ReleaseState state, World world, Signal.Kind asked) {
        Optional<Signal> signal = Optional.ofNullable(asked).map(ReleaseFixtures::signal);
        ReleaseObservation seen = world.seen();
        ReleaseSituation situation = operation.classify(plan, state, seen, signal, NOW);
        return operation.next(plan, state, situation, seen, signal, NOW);
    }

    /** The hold of a step is just over and a look is due. */
    private static Holding heldOut(int step) {
        Duration hold = careful().steps().get(step).hold();
        return new Holding(at(step), NOW.minus(hold), NOW);
    }

    private static FailedException refusal() {
        return new FailedException("Writing the route", "there is no Service", "Bring it up.");
    }
}
