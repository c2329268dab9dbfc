package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.TEMPLATE;
import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.image;
import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.live;
import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.service;
import static io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures.version;
import static io.jenkins.plugins.servicedelivery.core.environment.PlanFixtures.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView.Presence;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Kind;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Reason;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EnvironmentPlannerTest {
    private static final EnvironmentPlanner PLANNER =
            new EnvironmentPlanner(new EnvironmentFixtures.NamesOnlyRenderer(), ProtectedNamespaces.STANDARD);
    private static final Service ORDERS = service("orders", "inventory");
    private static final Service INVENTORY = service("inventory");

    @Test
    void shouldPlanWavesInStartOrderForAFreshNamespace() {
        EnvironmentPlan plan = plan(desired(1, images("orders", "inventory"), ORDERS, INVENTORY), nothing());

        assertThat(plan.createsNamespace()).isTrue();
        assertThat(services(plan)).containsExactly(List.of("inventory"), List.of("orders"));
        assertThat(plan.changes().map(ServiceChange::kind)).containsOnly(Kind.CREATE);
    }

    @Test
    void shouldClaimOnlyWhatItChanges() {
        WorldBuilder world = running(version("inventory", "1"));

        EnvironmentPlan plan = plan(desired(1, images("orders"), ORDERS, INVENTORY), world);

        assertThat(plan.claims()).containsExactly("shop-test", "shop-test/orders");
        assertThat(plan.kept()).containsOnlyKeys(Name.of("inventory"));
    }

    @Test
    void shouldHaveNothingToDoWhenAllIsAsItShouldBe() {
        EnvironmentPlan plan = plan(desired(1, images("inventory"), INVENTORY), running(version("inventory", "1")));

        assertThat(plan.changesNothing()).isTrue();
    }

    @Test
    void shouldSayWhichPartsOfAVersionDiffer() {
        Service moved = new Service(
                INVENTORY.name(),
                "",
                Optional.empty(),
                "",
                List.of(),
                TEMPLATE.name(),
                List.of(new Port("http", 9090)),
                new TreeSet<>(),
                Owners.NOBODY);
        DesiredEnvironment desired = desired(1, new TreeMap<>(Map.of(moved.name(), image("inventory", "2"))), moved);
        SortedMap<Name, SortedMap<String, String>> values =
                new TreeMap<>(Map.of(moved.name(), new TreeMap<>(Map.of("log.level", "info"))));
        DesiredEnvironment changed = new DesiredEnvironment(
                desired.line(), desired.environment(), desired.templates(), values, desired.images());

        ServiceChange change = plan(changed, running(version("inventory", "1")))
                .changes()
                .findFirst()
                .orElseThrow();

        assertThat(change.kind()).isEqualTo(Kind.REPLACE);
        assertThat(change.reasons()).containsExactly(Reason.IMAGE, Reason.CONFIGURATION, Reason.PORTS);
    }

    @Test
    void shouldScaleTheSameVersion() {
        ServiceChange change = plan(desired(3, images("inventory"), INVENTORY), running(version("inventory", "1")))
                .changes()
                .findFirst()
                .orElseThrow();

        assertThat(change.kind()).isEqualTo(Kind.SCALE);
        assertThat(change.replicas()).isEqualTo(3);
        assertThat(change.createsVersion()).isFalse();
        assertThat(change.movesTraffic()).isFalse();
    }

    @Test
    void shouldMendAVersionOfWhichSomethingIsMissing() {
        ConfiguredVersion inventory = version("inventory", "1");
        WorldBuilder world = running(inventory).without(new ObjectRef("Service", inventory.name()));

        assertThat(plan(desired(1, images("inventory"), INVENTORY), world)
                        .changes()
                        .map(ServiceChange::reasons))
                .containsExactly(List.of(Reason.OBJECTS));
    }

    @Test
    void shouldMendAVersionThatIsNotReady() {
        WorldBuilder world = running(version("inventory", "1")).version(live(version("inventory", "1"), 1, 0));

        assertThat(plan(desired(1, images("inventory"), INVENTORY), world)
                        .changes()
                        .map(ServiceChange::reasons))
                .containsExactly(List.of(Reason.READINESS));
    }

    @Test
    void shouldMendARouteThatDoesNotLeadToTheStableVersion() {
        ConfiguredVersion inventory = version("inventory", "1");
        WorldBuilder world =
                new WorldBuilder(OWNER).version(live(inventory, 1, 1)).stable("inventory", inventory);

        ServiceChange change = plan(desired(1, images("inventory"), INVENTORY), world)
                .changes()
                .findFirst()
                .orElseThrow();

        assertThat(change.reasons()).containsExactly(Reason.ROUTE);
        assertThat(change.movesTraffic()).isTrue();
    }

    @Test
    void shouldKeepTheLiveImageWhenNoneIsChosen() {
        EnvironmentPlan plan = plan(desired(1, images(), INVENTORY), running(version("inventory", "7")));

        assertThat(plan.changesNothing()).isTrue();
        assertThat(plan.kept()).containsValue(version("inventory", "7").name());
    }

    @Test
    void shouldPruneServicesThatAreNotWanted() {
        WorldBuilder world = running(version("inventory", "1")).running("legacy", version("legacy", "1"), 1);

        EnvironmentPlan plan = plan(desired(1, images("inventory"), INVENTORY), world);

        assertThat(plan.pruned())
                .containsExactly(new EnvironmentPlan.Pruned(
                        Name.of("legacy"), List.of(version("legacy", "1").name())));
        assertThat(plan.claims()).containsExactly("shop-test", "shop-test/legacy");
    }

    @Test
    void shouldLeaveAServiceAloneWhileItIsReleased() {
        EnvironmentPlan plan = plan(desired(1, images(), INVENTORY), released());

        assertThat(plan.changesNothing()).isTrue();
    }

    @Test
    void shouldRefuseToChangeAServiceThatIsReleased() {
        DesiredEnvironment desired =
                desired(1, new TreeMap<>(Map.of(Name.of("inventory"), image("inventory", "3"))), INVENTORY);

        assertThat(problems(desired, released())).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("release-under-way");
            assertThat(problem.message()).contains("75 %").contains("25 %");
        });
    }

    @Test
    void shouldNameEveryServiceWithoutAnImage() {
        assertThat(problems(desired(1, images("inventory"), ORDERS, INVENTORY), nothing()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("image-missing");
                    assertThat(problem.message())
                            .isEqualTo("no image was chosen for orders, and it does not run in shop/test yet.");
                });
    }

    @Test
    void shouldSuggestTheServiceThatWasMeant() {
        SortedMap<Name, ImageReference> images = images("orders", "inventory");
        images.put(Name.of("ordres"), image("orders", "1"));

        assertThat(problems(desired(1, images, ORDERS, INVENTORY), nothing()))
                .extracting(Problem::code, Problem::remedy)
                .containsExactly(tuple("unknown-service", "Did you mean \"orders\"?"));
    }

    @Test
    void shouldRefuseAnImageThatIsNotPinned() {
        SortedMap<Name, ImageReference> images = new TreeMap<>(
                Map.of(Name.of("inventory"), ImageReference.parse("registry.local/shop/inventory:latest")));

        assertThat(problems(desired(1, images, INVENTORY), nothing()))
                .extracting(Problem::code)
                .containsExactly("image-not-pinned");
    }

    @Test
    void shouldNameACycleInFull() {
        Service a = service("a", "b");
        Service b = service("b", "c");
        Service c = service("c", "a");

        assertThat(problems(desired(1, images("a", "b", "c"), a, b, c), nothing()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("a -> b -> c -> a"));
    }

    @Test
    void shouldRefuseANamespaceOfSomebodyElse() {
        WorldBuilder foreign = new WorldBuilder(OWNER).namespace(Presence.PRESENT, Optional.empty());
        WorldBuilder others = new WorldBuilder(OWNER)
                .namespace(Presence.PRESENT, Optional.of(new Ownership(Name.of("bank"), Name.of("test"))));

        assertThat(problems(desired(1, images("inventory"), INVENTORY), foreign))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("was not made by Service Delivery"));
        assertThat(problems(desired(1, images("inventory"), INVENTORY), others))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("belongs to bank/test"));
    }

    @Test
    void shouldRefuseANamespaceThatIsBeingRemoved() {
        WorldBuilder going = new WorldBuilder(OWNER).namespace(Presence.TERMINATING, Optional.of(OWNER));

        assertThat(problems(desired(1, images("inventory"), INVENTORY), going))
                .extracting(Problem::code)
                .containsExactly("namespace-terminating");
    }

    @Test
    void shouldReportAllProblemsAtOnce() {
        SortedMap<Name, ImageReference> images = images("inventori");

        assertThat(problems(
                        desired(1, images, ORDERS, INVENTORY),
                        new WorldBuilder(OWNER).namespace(Presence.PRESENT, Optional.empty())))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("namespace-taken", "unknown-service", "image-missing", "image-missing");
    }

    private static EnvironmentPlan plan(DesiredEnvironment desired, WorldBuilder world) {
        return PLANNER.plan(desired, world.world()).orThrow("Planning");
    }

    private static List<Problem> problems(DesiredEnvironment desired, WorldBuilder world) {
        return ((Planning.Refused<EnvironmentPlan>) PLANNER.plan(desired, world.world())).problems();
    }

    private static List<List<String>> services(EnvironmentPlan plan) {
        return plan.waves().stream()
                .map(wave -> wave.changes().stream()
                        .map(change -> change.service().value())
                        .toList())
                .toList();
    }

    private static SortedMap<Name, ImageReference> images(String... services) {
        SortedMap<Name, ImageReference> images = new TreeMap<>();
        Arrays.stream(services).forEach(name -> images.put(Name.of(name), image(name, "1")));
        return images;
    }

    private static WorldBuilder nothing() {
        return new WorldBuilder(OWNER).namespace(Presence.ABSENT, Optional.empty());
    }

    private static WorldBuilder running(ConfiguredVersion version) {
        return new WorldBuilder(OWNER).running(version.version().service().value(), version, 1);
    }

    private static WorldBuilder released() {
        ConfiguredVersion stable = version("inventory", "1");
        ConfiguredVersion candidate = version("inventory", "2");
        return running(stable)
                .version(live(candidate, 1, 1))
                .route("inventory", Route.split(stable.name(), candidate.name(), new Weight(25)), Instant.EPOCH);
    }

    private static DesiredEnvironment desired(
            int replicas, SortedMap<Name, ImageReference> images, Service... services) {
        SortedMap<Name, Service> byName = new TreeMap<>();
        Arrays.stream(services).forEach(service -> byName.put(service.name(), service));
        ProductLine line =
                new ProductLine(OWNER.line(), "Shop", "registry.local/shop", List.of(), Owners.NOBODY, byName);
        Environment environment = new Environment(
                OWNER.environment(),
                OWNER.line(),
                "Test",
                PlanFixtures.NAMESPACE,
                "bob",
                false,
                new TreeSet<>(),
                replicas,
                new TreeMap<>(),
                Duration.ofMinutes(5));
        return new DesiredEnvironment(
                line, environment, new TreeMap<>(Map.of(TEMPLATE.name(), TEMPLATE)), new TreeMap<>(), images);
    }
}
