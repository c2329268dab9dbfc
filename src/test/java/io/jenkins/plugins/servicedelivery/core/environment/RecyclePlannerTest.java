package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView.Presence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecyclePlannerTest {
    private static final RecyclePlanner PLANNER = new RecyclePlanner(ProtectedNamespaces.STANDARD);

    @Test
    void shouldListEverythingThatIsThere() {
        WorldBuilder world = new WorldBuilder(OWNER)
                .running("orders", PlanFixtures.ORDERS, 1)
                .running("legacy", PlanFixtures.LEGACY, 1);

        RecyclePlan plan =
                PLANNER.plan(environment("shop-test", false), world.world()).orThrow("Recycling");

        assertThat(plan.services()).containsExactly(Name.of("legacy"), Name.of("orders"));
    }

    @Test
    void shouldRefuseProductionAndProtectedNamespaces() {
        assertThat(problems("default", true, new WorldBuilder(OWNER)))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("production-environment", "namespace-protected");
    }

    @Test
    void shouldRefuseTheNamespaceOfAnotherEnvironment() {
        Ownership other = new Ownership(Name.of("shop"), Name.of("staging"));

        assertThat(problems(
                        "shop-test", false, new WorldBuilder(OWNER).namespace(Presence.PRESENT, Optional.of(other))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("belongs to shop/staging"));
    }

    @Test
    void shouldPlanNothingWhereNothingIs() {
        WorldBuilder nothing = new WorldBuilder(OWNER).namespace(Presence.ABSENT, Optional.empty());

        assertThat(PLANNER.plan(environment("shop-test", false), nothing.world())
                        .orThrow("Recycling")
                        .services())
                .isEmpty();
    }

    private static List<Problem> problems(String namespace, boolean production, WorldBuilder world) {
        return ((Planning.Refused<RecyclePlan>) PLANNER.plan(environment(namespace, production), world.world()))
                .problems();
    }

    private static Environment environment(String namespace, boolean production) {
        return new Environment(
                OWNER.environment(),
                OWNER.line(),
                "Test",
                namespace,
                "bob",
                production,
                new TreeSet<>(),
                1,
                new TreeMap<>(),
                Duration.ofMinutes(5));
    }
}
