package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.ORDERS;
import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.ROUTE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.given;
import static io.jenkins.plugins.servicedelivery.core.delivery.ReleaseScenario.givenRunning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.delivery.ReleaseOutcome.Result;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Step;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whole releases on the simulated cluster, which knows nothing of releases: it only counts requests. */
class GrayReleaseTest {
    @Test
    void shouldPromoteACandidateThatIsAsGoodAsStable() {
        given().stable("v1")
                .and()
                .candidate("v2")
                .when()
                .released()
                .then()
                .isPromoted()
                .noRequestWasLost()
                .tells("look 4", "0 of", "pass");
    }

    @Test
    void shouldPromoteACandidateOnAClusterWhoseTimeRuns() {
        givenRunning(200)
                .stable("v1")
                .and()
                .candidate("v2")
                .when()
                .released()
                .then()
                .isPromoted()
                .noRequestWasLost()
                .tells("0 of", "pass");
    }

    @Test
    void shouldRollBackACandidateThatFailsTooOften() {
        given().stable("v1")
                .and()
                .candidate("v2")
                .answersWithErrors(0.08)
                .when()
                .released()
                .then()
                .isRolledBackTo("v1")
                .because("requests failed", "tolerated is +1 %", "fail")
                .noRequestWasLost();
    }

    @Test
    void shouldDecideWithinOneIntervalOfTheFirstLookThatCouldTell() {
        ReleaseScenario scenario =
                given().stable("v1").candidate("v2").answersWithErrors(0.5).released();

        Instant windowOpened = at(scenario, "candidate at 5 %: the route is in effect");
        Instant decided = at(scenario, "rolling back:");

        // ten seconds of warm-up and one interval; the first look is the first that could tell
        assertThat(Duration.between(windowOpened, decided)).isLessThanOrEqualTo(Duration.ofSeconds(41));
    }

    @Test
    void shouldPauseWhereThereAreTooFewRequestsToTell() {
        given(0.2, CatalogFixtures.careful())
                .stable("v1")
                .and()
                .candidate("v2")
                .when()
                .released()
                .then()
                .isPausedAt(5)
                .because("the candidate answered fewer than the 200 requests that are needed", "inconclusive")
                .noRequestWasLost();
    }

    @Test
    void shouldRollBackACandidateThatNeverBecomesReadyAndLeaveStableAlone() {
        ReleaseScenario scenario = given().stable("v1").and().candidate("v2").neverBecomesReady();

        scenario.when().released();

        scenario.then()
                .isRolledBackTo("v1")
                .because("did not become ready within 5m", "0 of 3 instances are ready")
                .noRequestWasLost();
    }

    @Test
    void shouldRollBackWhenTheCandidateLosesItsInstancesInTheMiddle() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");

        scenario.disturbedIn(ReleaseState.Holding.class, () -> scenario.simulated
                        .hands()
                        .fail(NAMESPACE, scenario.version("v2").name(), "CrashLoopBackOff"))
                .when()
                .released();

        scenario.then().isRolledBackTo("v1").because("cannot serve", "CrashLoopBackOff");
    }

    @Test
    void shouldRollBackWhenTheCandidateIsDeletedByHand() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");

        scenario.disturbedIn(ReleaseState.Holding.class, () -> scenario.deleteObjectsOf("v2"))
                .when()
                .released();

        scenario.then().isRolledBackTo("v1").because("its objects are gone");
    }

    @Test
    void shouldPauseWhenStableLosesItsInstancesInTheMiddle() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");

        scenario.disturbedIn(ReleaseState.Holding.class, () -> scenario.simulated
                        .hands()
                        .fail(NAMESPACE, scenario.version("v1").name(), "Evicted"))
                .when()
                .released();

        scenario.then().isPausedAt(5).because("stable", "cannot serve", "Evicted");
    }

    @Test
    void shouldMendAHandEditOfTheRouteAndBeginTheWindowAnew() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");

        scenario.disturbedIn(ReleaseState.Holding.class, () -> writeByHand(scenario, 90))
                .when()
                .released();

        scenario.then().isPromoted().tells("somebody changed the route", "90 %", "the window starts anew");
    }

    @Test
    void shouldPauseByNameWhenTheRouteDoesNotComeIntoEffect() {
        given().stable("v1")
                .and()
                .candidate("v2")
                .routesThrough(StuckRouter::new)
                .when()
                .released()
                .then()
                .isPausedAt(5)
                .because("not in effect within 1m");
    }

    @Test
    void shouldNotPassAHoldWhileTheMetricSourceIsDown() {
        given().stable("v1")
                .and()
                .candidate("v2")
                .metricsThrough(metrics -> new DeadMetrics())
                .when()
                .released()
                .then()
                .isPausedAt(5)
                .because("the metric source does not answer (connection refused)", "inconclusive");
    }

    @Test
    void shouldObeyARollbackAlsoWhileTheMetricSourceIsDown() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2").metricsThrough(metrics -> new DeadMetrics());

        scenario.disturbedIn(ReleaseState.Holding.class, () -> scenario.asksToRollBack("bob"))
                .when()
                .released();

        scenario.then().isRolledBackTo("v1").because("rollback asked for by bob");
    }

    @Test
    void shouldWaitForAPersonAfterAManualStepAndGoOnWhenResumed() {
        ReleaseScenario scenario = given(50, manualAtTheEnd()).stable("v1").candidate("v2");

        scenario.released().then().isPausedAt(50).because("step 3 is passed and a person must agree");
        scenario.resumedBy("bob").then().isPromoted().noRequestWasLost();
    }

    @Test
    void shouldStayAtItsWeightWhenPausedAndGoOnFromThereWhenResumed() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");

        scenario.disturbedIn(ReleaseState.Holding.class, () -> scenario.pausedBy("bob"))
                .released()
                .then()
                .isPausedAt(5)
                .because("paused by bob");
        scenario.afterwards(Duration.ofHours(2)).resumedBy("bob").then().isPromoted();
    }

    @Test
    void shouldKeepAllRequestsAtStableWhenPausedBeforeTheCandidateIsReady() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");

        scenario.disturbedIn(ReleaseState.Preparing.class, () -> scenario.pausedBy("bob"))
                .released();

        assertThat(scenario.outcome.result()).isEqualTo(Result.PAUSED);
        assertThat(scenario.weights()).containsOnlyKeys(scenario.version("v1").name());
        scenario.resumedBy("bob").then().isPromoted();
    }

    @Test
    void shouldLetNobodyElseReleaseTheServiceDuringAPause() {
        ReleaseScenario scenario =
                given(0.2, CatalogFixtures.careful()).stable("v1").candidate("v2");
        scenario.released().then().isPausedAt(5);

        scenario.candidate("v3").released();

        scenario.then().isRefused(scenario.version("v2").name(), "is open", "paused");
    }

    @Test
    void shouldGoOnFromTheRecordInAnotherProcess() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.disturbedIn(ReleaseState.Holding.class, () -> {
            throw new IllegalStateException("killed");
        });
        scenario.released();
        assertThat(scenario.refusal).hasMessage("killed");

        scenario.afterwards(Duration.ofMinutes(2)).restarted().released();

        scenario.then().isPromoted();
        assertThat(scenario.story())
                .filteredOn(line -> line.startsWith("started by"))
                .hasSize(1);
    }

    @Test
    void shouldSayThatTheCandidateIsLiveAlready() {
        ReleaseScenario scenario = given().stable("v1").candidate("v1");
        long writes = scenario.simulated.hands().objectWrites();

        scenario.released();

        assertThat(scenario.outcome.result()).isEqualTo(Result.ALREADY_LIVE);
        assertThat(scenario.simulated.hands().objectWrites()).isEqualTo(writes);
    }

    @Test
    void shouldEndTheKeepWindowOfTheReleaseBefore() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.released().then().isPromoted();

        scenario.candidate("v3").released().then().isPromoted().noRequestWasLost();

        assertThat(scenario.hasObjectsOf("v1")).isFalse();
        assertThat(scenario.hasObjectsOf("v2")).isTrue();
    }

    @Test
    void shouldReleaseTheSameImageAgainAfterARollback() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.disturbedIn(ReleaseState.Holding.class, () -> scenario.asksToRollBack("bob"));
        scenario.released().then().isRolledBackTo("v1");

        scenario.released();

        scenario.then().isPromoted();
        assertThat(scenario.outcome.record().orElseThrow().value()).endsWith(".2");
    }

    @Test
    void shouldRefuseWhatCannotBeReleased() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        Name stranger = Name.of("order");
        ReleaseOrder order = scenario.order();

        assertRefused(
                scenario, order(order, order.environment(), Map.of(stranger, image())), "Did you mean \"orders\"?");
        assertRefused(
                scenario,
                order(order, order.environment(), twoServices()),
                "exactly one service",
                "one after the other");
        assertRefused(scenario, order(order, order.environment(), Map.of()), "exactly one service");
        assertRefused(scenario, order(order, Name.of("test"), Map.of(ORDERS, image())), "Deploy the environment first");
        assertRefused(
                scenario,
                scenario.order(ImageReference.parse("registry.local/shop/orders:latest")),
                "not pinned by digest");
        assertThat(scenario.simulated.ports().records().list()).isEmpty();
    }

    @Test
    void shouldRefuseToCompareWithAVersionThatIsDown() {
        ReleaseScenario scenario = given().stable("v1").candidate("v2");
        scenario.simulated.hands().fail(NAMESPACE, scenario.version("v1").name(), "ImagePullBackOff");

        scenario.released().then().isRefused("has no ready instance", "deploy the new image");
    }

    private static void assertRefused(ReleaseScenario scenario, ReleaseOrder order, String... words) {
        GrayRelease release = new GrayRelease(scenario.control);

        assertThatThrownBy(() -> release.release(order, plan -> {}, progress -> {}))
                .hasMessageContainingAll(words);
    }

    private static ReleaseOrder order(ReleaseOrder like, Name environment, Map<Name, ImageReference> images) {
        return new ReleaseOrder(
                like.catalog(), like.line(), environment, new TreeMap<>(images), like.strategy(), like.startedBy());
    }

    private static ImageReference image() {
        return ReleaseScenario.image("v2");
    }

    private static Map<Name, ImageReference> twoServices() {
        return Map.of(ORDERS, image(), Name.of("payments"), image());
    }

    private static void writeByHand(ReleaseScenario scenario, int weight) {
        Route route = Route.split(
                scenario.version("v1").name(), scenario.version("v2").name(), new Weight(weight));
        scenario.simulated.ports().router().write(ROUTE, route, new Fence("by hand", 1));
    }

    private static Instant at(ReleaseScenario scenario, String words) {
        return scenario.evidence().stream()
                .filter(line -> line.text().contains(words))
                .map(Evidence::at)
                .findFirst()
                .orElseThrow();
    }

    private static ReleaseStrategy manualAtTheEnd() {
        ReleaseStrategy careful = CatalogFixtures.careful();
        Step last = careful.steps().get(2);
        return new ReleaseStrategy(
                careful.name(),
                List.of(careful.steps().get(0), careful.steps().get(1), new Step(last.weight(), last.hold(), true)),
                careful.judge(),
                careful.readyWithin(),
                careful.inEffectWithin(),
                careful.keep(),
                careful.abandonAfter());
    }
}
