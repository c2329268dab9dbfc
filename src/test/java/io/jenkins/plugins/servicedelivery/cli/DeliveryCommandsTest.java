package io.jenkins.plugins.servicedelivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.adapter.simulated.ImagePull;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulationSettings;
import io.jenkins.plugins.servicedelivery.cli.ShopRoom.Done;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.delivery.Operations;
import io.jenkins.plugins.servicedelivery.core.environment.Claim;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseOperation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that delivers, on the sample shop with production up. */
class DeliveryCommandsTest {
    private static final String GOOD = "orders-1.1-check-letter";
    private static final String BAD = "orders-1.2-readable-letters";

    @TempDir
    private static Path prepared;

    private static ShopRoom template;
    private static Done built;
    private static Done deployed;

    @TempDir
    private Path folder;

    private ShopRoom shop;

    @BeforeAll
    static void buildAndDeploy() {
        template = new ShopRoom(prepared).unpacked();
        built = template.run("build", "--json");
        deployed = template.run("deploy", "production");
    }

    @BeforeEach
    void copy() {
        shop = template.copiedTo(folder);
    }

    @Test
    void shouldBuildFiveImagesWithFiveDigests() {
        assertThat(built.exitCode()).isZero();
        assertThat(built.json().get("images")).hasSize(5);
        assertThat(built.json().findValuesAsText("digest"))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("sha256:[0-9a-f]{64}"));
    }

    @Test
    void shouldFindBuiltImagesInsteadOfBuildingThemAgain() {
        Done again = shop.run("build", "--json");

        assertThat(again.json().findValuesAsText("reused")).containsOnly("true");
        assertThat(again.json().findValuesAsText("digest"))
                .isEqualTo(built.json().findValuesAsText("digest"));
    }

    @Test
    void shouldShowThePlanBeforeItDeploysAndTheOrderAfterwards() {
        assertThat(deployed.exitCode()).isZero();
        assertThat(deployed.err()).contains("Plan for shop/production").contains("+ namespace shop-production");
        assertThat(deployed.out())
                .contains("shop/production on the simulated cluster: ready.")
                .containsSubsequence("1. inventory-", "payments-", "2. orders-", "products-", "3. storefront-");
    }

    @Test
    void shouldPlanNothingForAnEnvironmentThatIsAsTheCatalogSays() {
        Done plan = shop.run("plan", "production", "--json");

        assertThat(plan.exitCode()).isZero();
        assertThat(plan.json().get("changesNothing").asBoolean()).isTrue();
    }

    @Test
    void shouldWriteNothingWhenDeployedAgain() {
        Done again = shop.run("deploy", "production", "--json");

        assertThat(again.exitCode()).isZero();
        assertThat(again.json().get("record").isNull()).isTrue();
    }

    @Test
    void shouldPromoteAGoodRelease() {
        shop.apply(GOOD);
        shop.run("build", "orders");

        Done release = shop.run("release", "orders", "--in", "production", "--json");

        assertThat(release.exitCode()).isZero();
        assertThat(release.json().get("result").asText()).isEqualTo("promoted");
        assertThat(release.json().at("/served/total").asLong()).isPositive();
        assertThat(release.json().at("/served/lost").asLong()).isZero();
    }

    @Test
    void shouldEndWith1WhenTheJudgeRollsBack() {
        shop.apply(BAD);
        shop.run("build", "orders");

        Done release = shop.run("release", "orders", "--in", "production");

        assertThat(release.exitCode()).isEqualTo(1);
        assertThat(release.out())
                .contains("was rolled back on the simulated cluster")
                .contains("candidate");
        assertThat(release.out()).contains(" 0 lost.");
    }

    @Test
    void shouldNotBringBackByDeployingWhatTheJudgeHasRolledBack() {
        String before = liveOrders(shop.run("status", "production", "--json"));
        shop.apply(BAD);
        shop.run("build", "orders");
        shop.run("release", "orders", "--in", "production");

        Done plain = shop.run("deploy", "production");
        Done wanted = shop.run("plan", "production", "--built", "--json");

        assertThat(plain.out()).contains("nothing was written");
        assertThat(liveOrders(shop.run("status", "production", "--json"))).isEqualTo(before);
        assertThat(wanted.json().get("changesNothing").asBoolean()).isFalse();
    }

    @Test
    void shouldRollBackAfterPromotion() {
        String before = liveOrders(shop.run("status", "production", "--json"));
        shop.apply(GOOD);
        shop.run("build", "orders");
        shop.run("release", "orders", "--in", "production");
        String promoted = liveOrders(shop.run("status", "production", "--json"));

        Done rollback = shop.run("rollback", "orders", "--in", "production", "--reason", "wrong prices");

        assertThat(rollback.exitCode()).isZero();
        assertThat(promoted).isNotEqualTo(before);
        assertThat(liveOrders(shop.run("status", "production", "--json"))).isEqualTo(before);
    }

    @Test
    void shouldPauseAtAManualStepAndGoOnWhenResumed() {
        shop.edit("strategies.yaml", "{weight: 25, hold: 30s}", "{weight: 25, hold: 30s, manual: true}");
        shop.apply(GOOD);
        shop.run("build", "orders");

        Done paused = shop.run("release", "orders", "--in", "production");
        Done resumed = shop.run("release", "orders", "--in", "production", "--resume");

        assertThat(paused.exitCode()).isEqualTo(7);
        assertThat(paused.out()).contains("is paused and waits for a person");
        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.out()).contains("was promoted");
    }

    @Test
    void shouldGiveAPausedReleaseUpWhenAborted() {
        shop.edit("strategies.yaml", "{weight: 25, hold: 30s}", "{weight: 25, hold: 30s, manual: true}");
        shop.apply(GOOD);
        shop.run("build", "orders");
        shop.run("release", "orders", "--in", "production");

        Done aborted = shop.run("release", "orders", "--in", "production", "--abort", "--reason", "not today");

        assertThat(aborted.exitCode()).isZero();
        assertThat(aborted.out()).contains("was rolled back").contains("not today");
    }

    @Test
    void shouldRemoveTheOldVersionWhenTendedAfterTheKeepWindow() {
        shop.apply(GOOD);
        shop.run("build", "orders");
        shop.run("release", "orders", "--in", "production");
        Done early = shop.run("tend", "--json");
        shop.run("simulate", "--for", "11m");

        Done late = shop.run("tend", "--json");

        assertThat(early.json().get("duties")).isEmpty();
        assertThat(late.exitCode()).isZero();
        assertThat(late.json().at("/duties/0/duty").asText()).isEqualTo("due");
        assertThat(late.json().at("/duties/0/state").asText()).isEqualTo("promoted");
    }

    @Test
    void shouldBringAReleaseBackWhenTendedThatWasLeftOnItsWayBack() {
        shop.apply(GOOD);
        shop.run("build", "orders");
        shop.run("release", "orders", "--in", "production");
        leaveTheReleaseOnItsWayBack();

        Done tended = shop.run("tend", "--json");

        assertThat(tended.exitCode()).isZero();
        assertThat(tended.json().at("/duties/0/duty").asText()).isEqualTo("aborted");
        assertThat(tended.json().at("/duties/0/state").asText()).isEqualTo("rolled back");
    }

    @Test
    void shouldLetTimePassAndCountRequests() {
        Done simulated = shop.run("simulate", "--for", "1m", "--rate", "10", "--json");

        assertThat(simulated.exitCode()).isZero();
        assertThat(route(simulated.json(), "shop-production/orders")
                        .get("total")
                        .asLong())
                .isBetween(590L, 610L);
        assertThat(route(simulated.json(), "shop-test/orders").get("total").asLong())
                .isZero();
    }

    @Test
    void shouldRefuseToRecycleProduction() {
        Done recycled = shop.run("recycle", "production");

        assertThat(recycled.exitCode()).isEqualTo(3);
        assertThat(recycled.err()).contains("production: true");
    }

    @Test
    void shouldRecycleATestEnvironment() {
        shop.run("deploy", "test");

        Done recycled = shop.run("recycle", "test");

        assertThat(recycled.exitCode()).isZero();
        assertThat(recycled.out()).contains("recycled");
        assertThat(shop.run("status", "test").out()).contains("(absent)");
    }

    @Test
    void shouldTellTheStoryOfAnOperation() {
        Done story = shop.run("status", "--operation", "environment-shop-production");

        assertThat(story.exitCode()).isZero();
        assertThat(story.out()).contains("started by").contains("starting wave 1 -> moving the requests of wave 1");
    }

    @Test
    void shouldPrintEveryCallToTheClusterWhenTraced() {
        Done traced = shop.run("deploy", "test", "--trace");

        assertThat(traced.err()).contains("Cluster.apply(shop-test").contains("Router.write(shop-test/orders");
    }

    @Test
    void shouldNameTheHolderOfAClaimThatIsInTheWay() {
        shop.apply(GOOD);
        shop.run("build", "orders");
        hold("shop-production/orders");

        Done refused = shop.run("release", "orders", "--in", "production", "--json");

        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.json().at("/error/message").asText()).contains("somebody else holds shop-production/orders");
    }

    @Test
    void shouldRefuseWhileAnotherProcessWorksOnTheCluster() {
        try (SimulatedInstallation open = cluster()) {
            Done refused = shop.run("status");

            assertThat(open.ports()).isNotNull();
            assertThat(refused.exitCode()).isEqualTo(4);
        }
    }

    @Test
    void shouldNameAnUnknownEnvironmentBeforeItAsksForAnImage() {
        ShopRoom empty = new ShopRoom(folder.resolve("empty")).unpacked();

        Done done = empty.run("release", "orders", "--in", "prod");

        assertThat(done.err()).contains("the environment \"prod\"");
    }

    @Test
    void shouldAskForAnImageWhereNoneWasBuilt() {
        ShopRoom empty = new ShopRoom(folder.resolve("empty")).unpacked();

        Done refused = empty.run("release", "orders", "--in", "production");

        assertThat(refused.exitCode()).isEqualTo(6);
        assertThat(refused.err()).contains("Build it first");
    }

    private void hold(String claim) {
        try (SimulatedInstallation open = cluster()) {
            var leases = open.ports().leases();
            var last = leases.read(claim).orElseThrow();
            leases.write(new Claim(
                    claim,
                    "somebody else",
                    "another release",
                    last.number() + 1,
                    last.term(),
                    last.renewed(),
                    last.version()));
        }
    }

    /** Somebody rolls the release back, and is killed at the first step. */
    private void leaveTheReleaseOnItsWayBack() {
        try (SimulatedInstallation open = cluster(RecordKinds.ALL)) {
            ClusterPorts ports = open.ports();
            Operations operations = new Operations(List.of(new ReleaseOperation(
                    ports.cluster(), ports.renderer(), ports.router(), ports.configs(), ports.metrics())));
            ClusterControl killed = new ClusterControl(ports, operations, "killed");
            RecordKey key = ports.records().list().stream()
                    .filter(record -> record.kind().equals(ReleaseOperation.KIND))
                    .findFirst()
                    .orElseThrow()
                    .key();
            killed.signals().ask(key, Signal.Kind.ROLLBACK, "bob", "");
            killed.driver().tick(key);
            assertThat(ports.records().read(key).orElseThrow().state().isGoingBack())
                    .isTrue();
        }
    }

    private SimulatedInstallation cluster() {
        return cluster(RecordKinds.NONE);
    }

    private SimulatedInstallation cluster(RecordKinds kinds) {
        return SimulatedInstallation.open(
                shop.state().resolve("cluster"), SimulationSettings.standard(), ImagePull.EVERYTHING, kinds);
    }

    private static String liveOrders(Done status) {
        for (JsonNode service : status.json().at("/environments/0/services")) {
            if (service.get("service").asText().equals("orders")) {
                return service.at("/stable/version").asText();
            }
        }
        throw new AssertionError("there is no orders in " + status.out());
    }

    private static JsonNode route(JsonNode simulated, String name) {
        for (JsonNode route : simulated.get("routes")) {
            if (route.get("route").asText().equals(name)) {
                return route;
            }
        }
        throw new AssertionError("there is no route " + name);
    }
}
