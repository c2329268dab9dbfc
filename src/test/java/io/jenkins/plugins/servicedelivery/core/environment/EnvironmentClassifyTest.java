package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.live;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.INVENTORY;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.LEGACY;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.OLD_INVENTORY;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.ORDERS;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Draining;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Preparing;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Pruning;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Removing;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Retiring;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Returning;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Starting;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Switching;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Unlinking;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Withdrawing;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView.Presence;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentClassifyTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant SOON = SINCE.plusSeconds(5);
    private static final EnvironmentPlan REPLACE = PlanFixtures.replace();
    private static final Route FORWARD = Route.split(OLD_INVENTORY.name(), INVENTORY.name(), Weight.ALL);
    private static final Route BACK = Route.split(OLD_INVENTORY.name(), INVENTORY.name(), Weight.NONE);

    @Test
    void shouldWantTheConfigurationPublishedBeforeAnythingStarts() {
        assertThat(classify(new Preparing(SINCE), before())).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(new Preparing(SINCE), before().published("inventory")))
                .isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldWantTheNamespaceItIsToMake() {
        WorldBuilder none = new WorldBuilder(OWNER).namespace(Presence.ABSENT, Optional.empty());

        assertThat(classify(PlanFixtures.create(), new Preparing(SINCE), none, SOON))
                .isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(REPLACE, new Preparing(SINCE), none, SOON)).isEqualTo(EnvironmentSituation.NAMESPACE_LOST);
    }

    @Test
    void shouldFindTheNamespaceLostWhenItIsGoingOrTakenByAnother() {
        Ownership other = new Ownership(Name.of("bank"), Name.of("test"));

        for (EnvironmentState state : new EnvironmentState[] {new Starting(0, SINCE), new Removing(SINCE)}) {
            assertThat(classify(state, before().namespace(Presence.TERMINATING, Optional.of(OWNER))))
                    .isEqualTo(EnvironmentSituation.NAMESPACE_LOST);
            assertThat(classify(state, before().namespace(Presence.PRESENT, Optional.of(other))))
                    .isEqualTo(EnvironmentSituation.NAMESPACE_LOST);
            assertThat(classify(state, before().namespace(Presence.PRESENT, Optional.empty())))
                    .isEqualTo(EnvironmentSituation.NAMESPACE_LOST);
        }
    }

    @Test
    void shouldFindThePlanOutdatedWhenAnotherVersionRunsNow() {
        WorldBuilder changed = new WorldBuilder(OWNER)
                .running("inventory", EnvironmentFixtures.version("inventory", "9"), 1)
                .published("inventory");

        assertThat(classify(new Preparing(SINCE), changed)).isEqualTo(EnvironmentSituation.PLAN_OUTDATED);
    }

    @Test
    void shouldFindThePlanOutdatedWhenSomebodyMadeTheSameVersion() {
        WorldBuilder changed = before().version(live(INVENTORY, 1, 1)).published("inventory");

        assertThat(classify(new Preparing(SINCE), changed)).isEqualTo(EnvironmentSituation.PLAN_OUTDATED);
    }

    @Test
    void shouldStartWhatIsNotThere() {
        assertThat(classify(new Starting(0, SINCE), before())).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
    }

    @Test
    void shouldStartAgainWhenAnObjectIsMissing() {
        WorldBuilder world =
                before().version(live(INVENTORY, 1, 1)).without(new ObjectRef("Service", INVENTORY.name()));

        assertThat(classify(new Starting(0, SINCE), world)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
    }

    @Test
    void shouldStartAgainWhenTheNumberOfInstancesDiffers() {
        assertThat(classify(new Starting(0, SINCE), before().version(live(INVENTORY, 2, 2))))
                .isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
    }

    @Test
    void shouldWaitUntilEveryInstanceIsReady() {
        assertThat(classify(new Starting(0, SINCE), before().version(live(INVENTORY, 1, 0))))
                .isEqualTo(EnvironmentSituation.WAITING);
        assertThat(classify(new Starting(0, SINCE), before().version(live(INVENTORY, 1, 1))))
                .isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldBeOverdueFromTheLimitOn() {
        WorldBuilder starting = before().version(live(INVENTORY, 1, 0));
        Instant limit = SINCE.plus(PlanFixtures.READY);

        assertThat(classify(REPLACE, new Starting(0, SINCE), starting, limit.minusMillis(1)))
                .isEqualTo(EnvironmentSituation.WAITING);
        assertThat(classify(REPLACE, new Starting(0, SINCE), starting, limit)).isEqualTo(EnvironmentSituation.OVERDUE);
    }

    @Test
    void shouldBeDoneAlsoAfterTheLimit() {
        Instant late = SINCE.plus(Duration.ofDays(1));

        assertThat(classify(REPLACE, new Starting(0, SINCE), before().version(live(INVENTORY, 1, 1)), late))
                .isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldNotStartTheNextWaveWhileAnEarlierOneIsNotReady() {
        WorldBuilder world = change().version(live(ORDERS, 1, 1))
                .version(live(INVENTORY, 1, 0))
                .version(live(PlanFixtures.PAYMENTS, 3, 3));

        assertThat(classify(PlanFixtures.change(), new Starting(1, SINCE), world, SOON))
                .isEqualTo(EnvironmentSituation.WAITING);
    }

    @Test
    void shouldNeverMoveRequestsToAVersionThatIsNotReady() {
        assertThat(classify(new Switching(0, SINCE), before().version(live(INVENTORY, 1, 0))))
                .isEqualTo(EnvironmentSituation.WAITING);
        assertThat(classify(new Switching(0, SINCE), before().version(live(INVENTORY, 1, 1))))
                .isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
    }

    @Test
    void shouldWaitUntilTheRouteIsInEffect() {
        WorldBuilder written = started().stable("inventory", INVENTORY).routeOnItsWay("inventory", FORWARD);
        assertThat(classify(new Switching(0, SINCE), written)).isEqualTo(EnvironmentSituation.WAITING);

        WorldBuilder inEffect = started().stable("inventory", INVENTORY).route("inventory", FORWARD, SINCE);
        assertThat(classify(new Switching(0, SINCE), inEffect)).isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldWriteTheStableServiceAgainWhenOnlyTheRouteWasWritten() {
        WorldBuilder half = started().stable("inventory", OLD_INVENTORY).route("inventory", FORWARD, SINCE);

        assertThat(classify(new Switching(0, SINCE), half)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
    }

    @Test
    void shouldDrainFromTheMomentTheRouteIsInEffect() {
        Instant inEffect = SINCE.minusSeconds(3);
        WorldBuilder world = started().stable("inventory", INVENTORY).route("inventory", FORWARD, inEffect);
        Instant drained = inEffect.plus(PlanFixtures.DRAIN);

        assertThat(classify(REPLACE, new Draining(1, SINCE), world, drained.minusMillis(1)))
                .isEqualTo(EnvironmentSituation.WAITING);
        assertThat(classify(REPLACE, new Draining(1, SINCE), world, drained)).isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldNotLetGoOfTheOldVersionWhenTheNewOneIsNotReadyAnyMore() {
        WorldBuilder world = before().version(live(INVENTORY, 1, 0))
                .stable("inventory", INVENTORY)
                .route("inventory", FORWARD, Instant.EPOCH);

        assertThat(classify(new Draining(1, SINCE), world)).isEqualTo(EnvironmentSituation.WAITING);
        assertThat(classify(REPLACE, new Draining(1, SINCE), world, SINCE.plusSeconds(70)))
                .isEqualTo(EnvironmentSituation.OVERDUE);
    }

    @Test
    void shouldNotRemoveBeforeTheRouteHasLetGo() {
        WorldBuilder referenced = started().stable("inventory", INVENTORY).route("inventory", FORWARD, SINCE);
        assertThat(classify(new Unlinking(1, SINCE), referenced)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);

        WorldBuilder onItsWay =
                started().stable("inventory", INVENTORY).routeOnItsWay("inventory", Route.allTo(INVENTORY.name()));
        assertThat(classify(new Unlinking(1, SINCE), onItsWay)).isEqualTo(EnvironmentSituation.WAITING);
    }

    @Test
    void shouldRemoveUntilNothingIsLeftOfTheOldVersion() {
        assertThat(classify(new Removing(SINCE), started())).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(new Removing(SINCE), new WorldBuilder(OWNER).running("inventory", INVENTORY, 1)))
                .isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldRetireThenPrune() {
        EnvironmentPlan prune = PlanFixtures.prune();
        WorldBuilder running = new WorldBuilder(OWNER).running("legacy", LEGACY, 1);
        WorldBuilder unrouted =
                new WorldBuilder(OWNER).version(live(LEGACY, 1, 1)).stable("legacy", LEGACY);
        WorldBuilder gone = new WorldBuilder(OWNER);

        assertThat(classify(prune, new Retiring(SINCE), running, SOON)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(prune, new Retiring(SINCE), unrouted, SOON)).isEqualTo(EnvironmentSituation.WAITING);
        assertThat(classify(prune, new Retiring(SINCE), unrouted, SINCE.plus(PlanFixtures.DRAIN)))
                .isEqualTo(EnvironmentSituation.DONE);
        assertThat(classify(prune, new Pruning(SINCE), unrouted, SOON)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(prune, new Pruning(SINCE), gone, SOON)).isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldReturnUntilTheNewVersionIsDrained() {
        Returning returning = new Returning(1, "why", SINCE);
        WorldBuilder forward = started().stable("inventory", INVENTORY).route("inventory", FORWARD, SINCE);
        WorldBuilder back = started().stable("inventory", OLD_INVENTORY).route("inventory", BACK, SINCE);

        assertThat(classify(returning, forward)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(returning, back)).isEqualTo(EnvironmentSituation.WAITING);
        assertThat(classify(REPLACE, returning, back, SINCE.plus(PlanFixtures.DRAIN)))
                .isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldReturnAtOnceWhenNothingWasMoved() {
        assertThat(classify(new Returning(0, "why", SINCE), before())).isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldWithdrawUntilNothingIsLeftOfTheNewVersion() {
        Withdrawing withdrawing = new Withdrawing(1, "why", SINCE);

        assertThat(classify(withdrawing, started().route("inventory", BACK, SINCE)))
                .isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(withdrawing, before())).isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldWithdrawUntilNothingIsLeftOfACreatedService() {
        EnvironmentPlan change = PlanFixtures.change();
        Withdrawing withdrawing = new Withdrawing(0, "why", SINCE);
        WorldBuilder routed = change().route("orders", Route.allTo(ORDERS.name()), SINCE);
        WorldBuilder stable = change().stable("orders", ORDERS);
        WorldBuilder scaled = change().version(live(PlanFixtures.PAYMENTS, 3, 3));

        assertThat(classify(change, withdrawing, change(), SOON)).isEqualTo(EnvironmentSituation.DONE);
        assertThat(classify(change, withdrawing, routed, SOON)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(change, withdrawing, stable, SOON)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(change, withdrawing, scaled, SOON)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
    }

    @Test
    void shouldWithdrawUntilTheNamespaceItMadeIsGone() {
        EnvironmentPlan create = PlanFixtures.create();
        Withdrawing withdrawing = new Withdrawing(1, "why", SINCE);

        assertThat(classify(create, withdrawing, new WorldBuilder(OWNER), SOON))
                .isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(classify(
                        create,
                        withdrawing,
                        new WorldBuilder(OWNER).namespace(Presence.TERMINATING, Optional.of(OWNER)),
                        SOON))
                .isEqualTo(EnvironmentSituation.WAITING);
        assertThat(classify(
                        create,
                        withdrawing,
                        new WorldBuilder(OWNER).namespace(Presence.ABSENT, Optional.empty()),
                        SOON))
                .isEqualTo(EnvironmentSituation.DONE);
    }

    @Test
    void shouldHearRollbackOnlyWhileThereIsAWayBack() {
        assertThat(heard(new Starting(0, SINCE), Signal.Kind.ROLLBACK)).isEqualTo(EnvironmentSituation.ROLLBACK_ASKED);
        assertThat(heard(new Unlinking(1, SINCE), Signal.Kind.ROLLBACK)).isEqualTo(EnvironmentSituation.ROLLBACK_ASKED);
        assertThat(heard(new Removing(SINCE), Signal.Kind.ROLLBACK)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
        assertThat(heard(new Starting(0, SINCE), Signal.Kind.PAUSE)).isEqualTo(EnvironmentSituation.NOT_IN_PLACE);
    }

    private static EnvironmentSituation heard(EnvironmentState state, Signal.Kind kind) {
        Signal signal = new Signal(kind, "carol", "", SINCE);
        return operation().classify(REPLACE, state, before().build(), Optional.of(signal), SOON);
    }

    private static EnvironmentSituation classify(EnvironmentState state, WorldBuilder world) {
        return classify(REPLACE, state, world, SOON);
    }

    private static EnvironmentSituation classify(
            EnvironmentPlan plan, EnvironmentState state, WorldBuilder world, Instant now) {
        return operation().classify(plan, state, world.build(), Optional.empty(), now);
    }

    private static EnvironmentOperation operation() {
        return new EnvironmentOperation(null, new EnvironmentFixtures.NamesOnlyRenderer(), null, null);
    }

    private static WorldBuilder before() {
        return new WorldBuilder(OWNER).running("inventory", OLD_INVENTORY, 1);
    }

    private static WorldBuilder started() {
        return before().version(live(INVENTORY, 1, 1));
    }

    private static WorldBuilder change() {
        return before().running("payments", PlanFixtures.PAYMENTS, 2);
    }
}
