package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.image;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.images;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An environment is deployed while a promoted release still keeps the version it replaced. */
class DeployAfterReleaseTest {
    private static final Name ORDERS = Name.of("orders");

    private final EnvironmentStage stage = new EnvironmentStage();

    @BeforeEach
    void releaseOrders() throws InterruptedException {
        stage.installation().hands().setRequestsPerSecond(100);
        stage.deploy(images("1"));
        ReleaseOutcome outcome = new GrayRelease(
                        stage.control(stage.installation().ports()))
                .release(
                        new ReleaseOrder(
                                CatalogFixtures.shop(),
                                CatalogFixtures.SHOP,
                                CatalogFixtures.TEST,
                                only("orders", "2"),
                                CatalogFixtures.CAREFUL,
                                "carol"),
                        plan -> {},
                        ProgressListener.NONE);
        assertThat(outcome.result()).isEqualTo(ReleaseOutcome.Result.PROMOTED);
        assertThat(versionsOfOrders()).isEqualTo(2);
    }

    @Test
    void shouldNotBringTheOldVersionBack() throws InterruptedException {
        DeployEnvironment.Outcome plain = stage.deploy(new TreeMap<>());

        assertThat(plain.plan().changesNothing()).isTrue();
        assertThat(live()).isEqualTo(image("orders", "2").toString());
        assertThat(versionsOfOrders()).isEqualTo(2);
    }

    @Test
    void shouldEndTheKeepWindowOfAServiceThatChanges() throws InterruptedException {
        stage.deploy(only("orders", "3"));

        assertThat(live()).isEqualTo(image("orders", "3").toString());
        assertThat(versionsOfOrders()).isEqualTo(1);
        assertThat(stage.installation().ports().records().list())
                .allSatisfy(record -> assertThat(record.state().isTerminal()).isTrue());
        assertThat(stage.lost()).isZero();
    }

    @Test
    void shouldReturnToTheKeptImageAsANewDeployment() throws InterruptedException {
        stage.deploy(only("orders", "1"));

        assertThat(live()).isEqualTo(image("orders", "1").toString());
        assertThat(versionsOfOrders()).isEqualTo(1);
        assertThat(stage.lost()).isZero();
    }

    @Test
    void shouldLeaveNoReleaseBehindWhenRecycled() throws InterruptedException {
        stage.recycle("test");

        assertThat(stage.installation().ports().records().list())
                .allSatisfy(record -> assertThat(record.state().isTerminal()).isTrue());
    }

    private String live() {
        return stage.view()
                .stableVersion(ORDERS)
                .map(LiveVersion::image)
                .orElseThrow()
                .toString();
    }

    private long versionsOfOrders() {
        return stage.view().versions().values().stream()
                .filter(version -> version.service().equals(ORDERS))
                .count();
    }
}
