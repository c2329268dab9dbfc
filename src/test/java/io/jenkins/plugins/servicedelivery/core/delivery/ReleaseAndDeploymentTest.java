package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.image;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.images;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a release leaves behind is what a deployment finds, and the other way round. */
class ReleaseAndDeploymentTest {
    private static final Name ORDERS = Name.of("orders");

    private final EnvironmentStage stage = new EnvironmentStage();
    private final ClusterControl control = stage.control(stage.installation().ports());

    @BeforeEach
    void deployed() throws InterruptedException {
        stage.deploy(images("v1"));
    }

    @Test
    void shouldNotBeUndoneByADeploymentThatNamesNoImage() throws InterruptedException {
        assertThat(release("v2").result()).isEqualTo(ReleaseOutcome.Result.PROMOTED);

        stage.deploy(new TreeMap<>());

        assertThat(liveImages()).contains(image("orders", "v2")).doesNotContain(image("orders", "v1"));
        assertThat(stage.totals("orders").lost()).isZero();
    }

    @Test
    void shouldBeWhatADeploymentOfTheSameImageFinds() throws InterruptedException {
        release("v2");

        DeployEnvironment.Outcome outcome = stage.deploy(only("orders", "v2"));

        assertThat(outcome.plan().waves()).isEmpty();
    }

    @Test
    void shouldGiveWayToADeploymentInTheKeepWindow() throws InterruptedException {
        release("v2");
        stage.deploy(only("orders", "v3"));

        stage.installation().clock().turn(Duration.ofHours(25));
        control.caretaker().tend(progress -> {});

        assertThat(liveImages()).contains(image("orders", "v3"));
        assertThat(versionsOfOrders()).containsExactly(image("orders", "v3"));
        assertThat(releaseStates()).hasOnlyElementsOfType(ReleaseState.Completed.class);
        assertThat(stage.totals("orders").lost()).isZero();
    }

    @Test
    void shouldBePlannedAroundWhenTheKeptVersionIsWantedAgain() throws InterruptedException {
        release("v2");

        DeployEnvironment.Outcome outcome = stage.deploy(only("orders", "v1"));

        assertThat(outcome.plan().change(ORDERS).orElseThrow().createsVersion())
                .as("the keep window was ended first, and its version is gone")
                .isTrue();
        assertThat(liveImages()).contains(image("orders", "v1"));
        assertThat(stage.totals("orders").lost()).isZero();
    }

    @Test
    void shouldNotRollBackOverADeploymentThatCameLater() throws InterruptedException {
        release("v2");
        stage.deploy(only("orders", "v3"));

        assertThatThrownBy(() -> new RollbackRelease(control)
                        .rollback(
                                CatalogFixtures.shop().environment(CatalogFixtures.SHOP, CatalogFixtures.TEST),
                                ORDERS,
                                "bob",
                                "",
                                progress -> {}))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no version left to return to");

        assertThat(liveImages()).contains(image("orders", "v3"));
    }

    @Test
    void shouldEndWithTheEnvironment() throws InterruptedException {
        release("v2");
        stage.recycle("test");

        stage.installation().clock().turn(Duration.ofHours(25));
        control.caretaker().tend(progress -> {});

        assertThat(releaseStates()).singleElement().isInstanceOf(ReleaseState.Completed.class);
    }

    @Test
    void shouldRefuseADeploymentOfTheServiceWhileTheReleaseGoesOn() throws InterruptedException {
        List<String> refusals = new ArrayList<>();

        new GrayRelease(control).release(order("v2"), plan -> {}, progress -> {
            if (progress instanceof Progress.Moved<?, ?> moved
                    && moved.record().state() instanceof ReleaseState.Holding
                    && refusals.isEmpty()) {
                refusals.add(refusal());
            }
        });

        assertThat(refusals).singleElement().asString().contains("a release is under way");
        assertThat(liveImages()).contains(image("orders", "v2"));
    }

    private String refusal() {
        try {
            stage.deployOver(stage.installation().ports(), only("orders", "v3"));
            return "it was not refused";
        } catch (InterruptedException | RuntimeException e) {
            return e.getMessage();
        }
    }

    private ReleaseOutcome release(String build) throws InterruptedException {
        return new GrayRelease(control).release(order(build), plan -> {}, progress -> {});
    }

    private static ReleaseOrder order(String build) {
        SortedMap<Name, ImageReference> orders = only("orders", build);
        return new ReleaseOrder(
                CatalogFixtures.shop(),
                CatalogFixtures.SHOP,
                CatalogFixtures.TEST,
                orders,
                CatalogFixtures.CAREFUL,
                "alice");
    }

    private List<ImageReference> liveImages() {
        return stage.view().stable().values().stream()
                .map(version -> stage.view().versions().get(version).image())
                .toList();
    }

    private List<ImageReference> versionsOfOrders() {
        return stage.installation().ports().cluster().observe(NAMESPACE).versions().values().stream()
                .filter(version -> version.service().equals(ORDERS))
                .map(LiveVersion::image)
                .toList();
    }

    private List<ReleaseState> releaseStates() {
        return control.ports().records().list().stream()
                .filter(record -> record.kind().equals("release"))
                .map(record -> (ReleaseState) record.state())
                .toList();
    }
}
