package io.jenkins.plugins.servicedelivery.core.release;

import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.LONG_AGO;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.NOW;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.at;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.everyState;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.gone;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.plan;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.ready;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.signal;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.world;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseSituation.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.World;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Extent;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Reading;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseObservation.Seen;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.CleaningUp;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Discarding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Holding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Keeping;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.PauseCause;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Paused;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Position;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Preparing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Promoting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Removing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Retiring;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.RollingBack;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Selecting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Shifting;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReleaseClassifierTest {
    private static final Instant JUST_NOW = NOW.minusSeconds(2);
    private static final Route ALL_TO_OLD = Route.allTo(plan().stable().name());
    private static final Route ALL_TO_NEW = Route.allTo(plan().candidate().name());
    private static final Shifting SHIFTING = new Shifting(at(1), JUST_NOW);
    private static final Promoting PROMOTING = new Promoting(at(3), JUST_NOW);

    private final ReleaseOperation operation = new ReleaseOperation(null, null, null, null, null);

    @Test
    void shouldFollowTheCandidateWhilePreparing() {
        Preparing fresh = new Preparing(JUST_NOW);
        Preparing old = new Preparing(LONG_AGO);

        assertThat(classify(fresh, world().candidate(gone()))).isEqualTo(CANDIDATE_INCOMPLETE);
        assertThat(classify(old, world().candidate(new Seen(Extent.SOME, Optional.empty()))))
                .isEqualTo(CANDIDATE_INCOMPLETE);
        assertThat(classify(fresh, world().candidate(ready(2)))).isEqualTo(CANDIDATE_STARTING);
        assertThat(classify(old, world().candidate(ready(2)))).isEqualTo(CANDIDATE_LATE);
        assertThat(classify(old, world())).isEqualTo(CANDIDATE_READY);
    }

    @Test
    void shouldFollowTheRouteWhileShifting() {
        Route wanted = plan().split(new Weight(25));

        assertThat(classify(SHIFTING, world())).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(SHIFTING, world().at(5))).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(SHIFTING, world().route(wanted, Optional.empty()))).isEqualTo(ROUTE_PENDING);
        assertThat(classify(new Shifting(at(1), LONG_AGO), world().route(wanted, Optional.empty())))
                .isEqualTo(ROUTE_LATE);
        assertThat(classify(SHIFTING, world().at(25))).isEqualTo(ROUTE_IN_EFFECT);
    }

    @Test
    void shouldSeeAVersionThatCannotServe() {
        World none = world().at(25).candidate(ready(0));

        assertThat(classify(SHIFTING, none)).isEqualTo(CANDIDATE_LOST);
        assertThat(classify(holding(), none)).isEqualTo(CANDIDATE_LOST);
        assertThat(classify(holding(), world().at(25).candidate(gone()))).isEqualTo(CANDIDATE_LOST);
        assertThat(classify(paused(25), none)).isEqualTo(CANDIDATE_LOST);
        assertThat(classify(PROMOTING, none)).isEqualTo(CANDIDATE_LOST);
        assertThat(classify(new Selecting(JUST_NOW), none)).isEqualTo(CANDIDATE_LOST);
        assertThat(classify(SHIFTING, world().at(25).stable(ready(0)))).isEqualTo(STABLE_LOST);
        assertThat(classify(holding(), world().at(25).stable(gone()))).isEqualTo(STABLE_LOST);
    }

    @Test
    void shouldBearOneMissingInstanceWithoutPassing() {
        World weakened = world().at(25).candidate(ready(2)).reading(5000, 0, 5000, 0);

        assertThat(classify(holding(), weakened)).isEqualTo(BETWEEN_LOOKS);
        assertThat(classify(holdingFor(180), weakened)).isEqualTo(LOOK_UNDECIDED);
        assertThat(classify(holdingFor(480), weakened)).isEqualTo(LOOK_INCONCLUSIVE);
    }

    @Test
    void shouldNeverJudgeAWindowThatTheRouteDidNotLastThrough() {
        Route wanted = plan().split(new Weight(25));

        assertThat(classify(holding(), world().at(24))).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(holding(), world().route(wanted, Optional.empty()))).isEqualTo(ROUTE_INTERRUPTED);
        assertThat(classify(holding(), world().route(wanted, Optional.of(JUST_NOW))))
                .isEqualTo(ROUTE_INTERRUPTED);
    }

    @Test
    void shouldLookWhenALookIsDue() {
        World fine = world().at(25);

        assertThat(classify(holding(), fine)).isEqualTo(BETWEEN_LOOKS);
        assertThat(classify(holdingFor(30), fine.reading(300, 0, 900, 0))).isEqualTo(LOOK_UNDECIDED);
        assertThat(classify(holdingFor(180), fine.reading(300, 0, 900, 0))).isEqualTo(LOOK_PASSES);
        assertThat(classify(holdingFor(30), fine.reading(300, 60, 900, 0))).isEqualTo(LOOK_FAILS);
        assertThat(classify(holdingFor(480), fine.reading(20, 0, 60, 0))).isEqualTo(LOOK_INCONCLUSIVE);
    }

    @Test
    void shouldNeverPassWithoutNumbers() {
        Reading down = new Reading(Optional.empty(), Optional.empty(), "connection refused");

        assertThat(classify(holdingFor(180), world().at(25))).isEqualTo(LOOK_UNDECIDED);
        assertThat(classify(holdingFor(180), world().at(25).reading(down))).isEqualTo(LOOK_UNDECIDED);
        assertThat(classify(holdingFor(480), world().at(25).reading(down))).isEqualTo(LOOK_INCONCLUSIVE);
    }

    @Test
    void shouldKeepTheWeightOfAPause() {
        assertThat(classify(paused(25), world().at(25))).isEqualTo(PAUSE_LASTS);
        assertThat(classify(paused(25), world().at(50))).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(paused(0), world().candidate(ready(0)))).isEqualTo(PAUSE_LASTS);
    }

    @Test
    void shouldMoveTheRouteBeforeTheSelectorAtThePromotion() {
        Route all = plan().split(Weight.ALL);
        Selecting selecting = new Selecting(JUST_NOW);

        assertThat(classify(PROMOTING, world().at(50))).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(PROMOTING, world().route(all, Optional.empty()))).isEqualTo(ROUTE_PENDING);
        assertThat(classify(new Promoting(at(3), LONG_AGO), world().route(all, Optional.empty())))
                .isEqualTo(ROUTE_LATE);
        assertThat(classify(PROMOTING, world().at(100))).isEqualTo(ROUTE_IN_EFFECT);
        assertThat(classify(selecting, world().at(50))).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(selecting, world().at(100))).isEqualTo(SELECTOR_ELSEWHERE);
        assertThat(classify(selecting, world().route(all, Optional.of(JUST_NOW)).selectingCandidate()))
                .isEqualTo(DRAINING);
        assertThat(classify(selecting, world().at(100).selectingCandidate())).isEqualTo(DRAINED);
    }

    @Test
    void shouldKeepTheOldVersionUntilTheWindowEnds() {
        World promoted = world().at(100).selectingCandidate();

        assertThat(classify(new Keeping(NOW.plusSeconds(1)), promoted)).isEqualTo(KEEP_RUNS);
        assertThat(classify(new Keeping(NOW), promoted)).isEqualTo(KEEP_OVER);
        assertThat(classify(new Keeping(NOW.plusSeconds(1)), promoted.at(50))).isEqualTo(ROUTE_CHANGED);
    }

    @Test
    void shouldNoticeThatTheServiceWasGivenAnotherVersionAfterThePromotion() {
        Keeping keeping = new Keeping(NOW.plusSeconds(1));
        World deployed = world().selecting("orders-99999999").route(Route.allTo("orders-99999999"));
        World oldAgain = world().selecting(plan().stable().name()).route(ALL_TO_OLD);

        assertThat(classify(keeping, deployed)).isEqualTo(MOVED_ON);
        assertThat(classify(new Retiring(JUST_NOW), deployed)).isEqualTo(MOVED_ON);
        assertThat(classify(keeping, oldAgain)).isEqualTo(OLD_IN_USE);
        assertThat(classify(new Removing(JUST_NOW), oldAgain)).isEqualTo(OLD_IN_USE);
        assertThat(classify(keeping, deployed, Signal.Kind.ROLLBACK)).isEqualTo(MOVED_ON);
    }

    @Test
    void shouldDrainTheOldVersionBeforeItsObjectsGo() {
        World promoted = world().selectingCandidate();
        Retiring retiring = new Retiring(JUST_NOW);

        assertThat(classify(retiring, promoted.at(100))).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(retiring, promoted.route(ALL_TO_NEW, Optional.empty())))
                .isEqualTo(ROUTE_PENDING);
        assertThat(classify(new Retiring(LONG_AGO), promoted.route(ALL_TO_NEW, Optional.empty())))
                .isEqualTo(ROUTE_LATE);
        assertThat(classify(retiring, promoted.route(ALL_TO_NEW, Optional.of(JUST_NOW))))
                .isEqualTo(DRAINING);
        assertThat(classify(retiring, promoted.route(ALL_TO_NEW))).isEqualTo(DRAINED);
        assertThat(classify(new Removing(JUST_NOW), promoted.route(ALL_TO_NEW))).isEqualTo(OBJECTS_LEFT);
        assertThat(classify(new Removing(JUST_NOW), promoted.route(ALL_TO_NEW).stable(gone())))
                .isEqualTo(OBJECTS_GONE);
    }

    @Test
    void shouldGiveTheRequestsBackBeforeAnythingElseInARollback() {
        RollingBack referenced = new RollingBack("errors", true, JUST_NOW);
        RollingBack dropped = new RollingBack("errors", false, JUST_NOW);
        Route none = plan().split(Weight.NONE);

        assertThat(classify(referenced, world().at(25).selectingCandidate())).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(referenced, world().at(0).selectingCandidate())).isEqualTo(SELECTOR_ELSEWHERE);
        assertThat(classify(referenced, world().route(none, Optional.empty()))).isEqualTo(ROUTE_PENDING);
        assertThat(classify(new RollingBack("errors", true, LONG_AGO), world().route(none, Optional.empty())))
                .isEqualTo(ROUTE_LATE);
        assertThat(classify(referenced, world().route(none, Optional.of(JUST_NOW))))
                .isEqualTo(DRAINING);
        assertThat(classify(referenced, world().at(0))).isEqualTo(DRAINED);
        assertThat(classify(dropped, world().at(0))).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(dropped, world().route(ALL_TO_OLD))).isEqualTo(DRAINED);
    }

    @Test
    void shouldDrainTheCandidateBeforeItsObjectsGo() {
        CleaningUp cleaning = new CleaningUp("errors", JUST_NOW);

        assertThat(classify(cleaning, world().at(0))).isEqualTo(ROUTE_CHANGED);
        assertThat(classify(cleaning, world().route(ALL_TO_OLD, Optional.of(JUST_NOW))))
                .isEqualTo(DRAINING);
        assertThat(classify(cleaning, world().route(ALL_TO_OLD))).isEqualTo(DRAINED);
        assertThat(classify(new Discarding("errors", JUST_NOW), world())).isEqualTo(OBJECTS_LEFT);
        assertThat(classify(new Discarding("errors", JUST_NOW), world().candidate(gone())))
                .isEqualTo(OBJECTS_GONE);
    }

    @Test
    void shouldNotGiveAllRequestsToAnOldVersionThatCannotServe() {
        World promoted = world().at(100).selectingCandidate().stable(ready(0));

        assertThat(classify(new Keeping(NOW.plusSeconds(9)), promoted, Signal.Kind.ROLLBACK))
                .isEqualTo(STABLE_LOST);
    }

    @Test
    void shouldHearOnlyWhatAStateAccepts() {
        for (ReleaseState state : everyState()) {
            for (Signal.Kind kind : Signal.Kind.values()) {
                World world = state instanceof Keeping ? world().at(100).selectingCandidate() : world().at(25);
                boolean heard = classify(state, world, kind).name().equals(kind + "_ASKED");

                assertThat(heard).as("%s in %s", kind, state).isEqualTo(operation.accepts(state, kind));
            }
        }
    }

    @Test
    void shouldRefuseToRollBackOnceTheOldVersionIsRetired() {
        assertThat(everyState().stream()
                        .filter(state -> operation.accepts(state, Signal.Kind.ROLLBACK))
                        .map(state -> state.getClass().getSimpleName()))
                .containsExactly("Preparing", "Shifting", "Holding", "Paused", "Promoting", "Selecting", "Keeping");
    }

    @Test
    void shouldEndWhereTheNamespaceIsGone() {
        assertThat(everyState()).allSatisfy(state -> assertThat(classify(state, world().withoutNamespace()))
                .isEqualTo(state.isTerminal() ? ENDED : NAMESPACE_GONE));
    }

    /** Worlds at random: whatever the classifier says, there is a decision for it. */
    @Test
    void shouldGiveOnlySituationsThatAreDecided() {
        Random random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            ReleaseState state = pick(random, everyState());
            Optional<Signal> signal = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(signal(pick(random, List.of(Signal.Kind.values()))));
            ReleaseObservation seen = anyWorld(random).seen();
            Instant now = NOW.plusSeconds(random.nextInt(2000) - 100L);

            assertThatCode(() -> operation.next(
                            plan(), state, operation.classify(plan(), state, seen, signal, now), seen, signal, now))
                    .as("%s in %s", state, seen)
                    .doesNotThrowAnyException();
        }
    }

    private static World anyWorld(Random random) {
        List<Seen> conditions = List.of(gone(), ready(0), ready(2), ready(3), new Seen(Extent.SOME, Optional.empty()));
        World world = random.nextInt(20) == 0 ? world().withoutNamespace() : world();
        world = world.candidate(pick(random, conditions)).stable(pick(random, conditions));
        world = random.nextBoolean() ? world.selectingCandidate() : world;
        Route route = pick(
                random,
                List.of(ALL_TO_NEW, ALL_TO_OLD, plan().split(new Weight(random.nextInt(5) * 25)), Route.allTo("x-1")));
        world = world.route(
                route, pick(random, List.of(Optional.empty(), Optional.of(LONG_AGO), Optional.of(JUST_NOW))));
        return random.nextBoolean() ? world : world.reading(random.nextInt(500), 0, 500, random.nextInt(100));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private ReleaseSituation classify(ReleaseState state, World world) {
        return operation.classify(plan(), state, world.seen(), Optional.empty(), NOW);
    }

    private ReleaseSituation classify(ReleaseState state, World world, Signal.Kind asked) {
        return operation.classify(plan(), state, world.seen(), Optional.of(signal(asked)), NOW);
    }

    /** At 25 %, between two looks. */
    private static Holding holding() {
        return new Holding(at(1), NOW.minusSeconds(45), NOW.plusSeconds(15));
    }

    /** At 25 %, the window open for so many seconds, a look due. */
    private static Holding holdingFor(long seconds) {
        return new Holding(at(1), NOW.minusSeconds(seconds), NOW);
    }

    private static Paused paused(int weight) {
        return new Paused(new Position(1, new Weight(weight), 3), PauseCause.PERSON, "paused by bob", LONG_AGO);
    }
}
