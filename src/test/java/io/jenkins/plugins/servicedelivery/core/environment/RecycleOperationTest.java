package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView.Presence;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState.Deleting;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState.Recycled;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState.Refused;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState.Unrouting;
import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecycleOperationTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T08:00:00Z");
    private static final RecyclePlan PLAN =
            new RecyclePlan(OWNER, PlanFixtures.NAMESPACE, List.of(Name.of("inventory"), Name.of("orders")));
    private static final RecycleOperation OPERATION = new RecycleOperation(null, null);

    /** What is decided in each situation, in the order of {@link RecycleSituation}. */
    private static final Map<RecycleState, List<String>> TABLE = Map.of(
            new Unrouting(SINCE), List.of("Refused", "Enforce", "Enforce", "Await", "Deleting"),
            new Deleting(SINCE), List.of("Refused", "Enforce", "Enforce", "Await", "Recycled"),
            new Recycled(SINCE), List.of("Await", "Await", "Await", "Await", "Await"),
            new Refused("why", SINCE), List.of("Await", "Await", "Await", "Await", "Await"));

    @TestFactory
    Stream<DynamicTest> shouldDecideAsTheTableSays() {
        return TABLE.entrySet().stream().flatMap(row -> Arrays.stream(RecycleSituation.values())
                .map(situation -> dynamicTest(row.getKey().phrase() + " in " + situation, () -> {
                    Decision<RecycleState> decision =
                            OPERATION.next(PLAN, row.getKey(), situation, world().world(), Optional.empty(), SINCE);

                    assertThat(words(decision)).isEqualTo(row.getValue().get(situation.ordinal()));
                })));
    }

    @Test
    void shouldHoldEveryStateAndEverySituation() {
        assertThat(TABLE.keySet().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(RecycleState.class.getPermittedSubclasses());
        assertThat(TABLE.values()).allSatisfy(row -> assertThat(row).hasSize(RecycleSituation.values().length));
    }

    @Test
    void shouldRemoveRoutesFirst() {
        assertThat(OPERATION.effects(PLAN, new Unrouting(SINCE)))
                .containsExactly(
                        new RecycleEffect.RemoveRoute(Name.of("inventory")),
                        new RecycleEffect.RemoveRoute(Name.of("orders")));
        assertThat(OPERATION.effects(PLAN, new Deleting(SINCE))).endsWith(new RecycleEffect.DeleteNamespace());
        assertThat(OPERATION.effects(PLAN, new Recycled(SINCE))).isEmpty();
    }

    @Test
    void shouldNotDeleteWhileARouteIsLeft() {
        WorldBuilder routed = world().running("orders", PlanFixtures.ORDERS, 1);

        assertThat(classify(new Unrouting(SINCE), routed)).isEqualTo(RecycleSituation.ROUTES_LEFT);
        assertThat(classify(new Unrouting(SINCE), world())).isEqualTo(RecycleSituation.GONE);
    }

    @Test
    void shouldWaitUntilTheNamespaceIsGone() {
        assertThat(classify(new Deleting(SINCE), world())).isEqualTo(RecycleSituation.NAMESPACE_LEFT);
        assertThat(classify(new Deleting(SINCE), world().namespace(Presence.TERMINATING, Optional.of(OWNER))))
                .isEqualTo(RecycleSituation.GOING);
        assertThat(classify(new Deleting(SINCE), world().namespace(Presence.ABSENT, Optional.empty())))
                .isEqualTo(RecycleSituation.GONE);
    }

    @Test
    void shouldTouchNothingInANamespaceOfSomebodyElse() {
        WorldBuilder foreign =
                world().namespace(Presence.PRESENT, Optional.empty()).route("orders", Route.allTo("theirs"), SINCE);

        assertThat(classify(new Unrouting(SINCE), foreign)).isEqualTo(RecycleSituation.NOT_OURS);
        assertThat(classify(new Deleting(SINCE), foreign)).isEqualTo(RecycleSituation.NOT_OURS);
    }

    @Test
    void shouldEndWhenTheRemovalIsRefused() {
        RefusedException refusal = new RefusedException("Removing shop-test", "it is protected", "Ask.");

        assertThat(words(OPERATION.onFailure(PLAN, new Deleting(SINCE), refusal, SINCE)))
                .isEqualTo("Refused");
    }

    @Test
    void shouldClaimEverythingInTheNamespace() {
        assertThat(PLAN.claims()).containsExactly("shop-test", "shop-test/inventory", "shop-test/orders");
    }

    @Test
    void shouldAcceptNoSignal() {
        assertThat(Arrays.stream(Signal.Kind.values()).filter(kind -> OPERATION.accepts(new Deleting(SINCE), kind)))
                .isEmpty();
    }

    private static RecycleSituation classify(RecycleState state, WorldBuilder world) {
        return OPERATION.classify(PLAN, state, world.world(), Optional.empty(), SINCE);
    }

    private static WorldBuilder world() {
        return new WorldBuilder(OWNER);
    }

    private static String words(Decision<RecycleState> decision) {
        return decision instanceof Decision.Advance<RecycleState> advance
                ? advance.to().getClass().getSimpleName()
                : decision.getClass().getSimpleName();
    }
}
