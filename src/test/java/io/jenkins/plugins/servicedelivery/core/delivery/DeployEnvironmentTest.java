package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.image;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.images;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeployEnvironmentTest {
    private final EnvironmentStage stage = new EnvironmentStage();

    @Test
    void shouldBringTheWholeShopUpInDependencyOrder() throws InterruptedException {
        List<String> ready = new ArrayList<>();
        stage.onProgress(progress -> stage.view().versions().values().stream()
                .filter(LiveVersion::isReady)
                .map(version -> version.service().value())
                .filter(service -> !ready.contains(service))
                .forEach(ready::add));

        DeployEnvironment.Outcome outcome = stage.deploy(images("1"));

        assertThat(outcome.isReady()).isTrue();
        assertThat(ready).hasSize(5);
        assertThat(ready.subList(0, 2)).containsExactlyInAnyOrder("inventory", "payments");
        assertThat(ready.subList(2, 4)).containsExactlyInAnyOrder("orders", "products");
        assertThat(ready.get(4)).isEqualTo("storefront");
    }

    @Test
    void shouldNotStartAServiceBeforeWhatItCallsIsReady() throws InterruptedException {
        stage.onProgress(progress -> {
            boolean ordersThere = stage.view().versions().values().stream()
                    .anyMatch(v -> v.service().value().equals("orders"));
            if (ordersThere) {
                assertThat(stage.view()
                                .stableVersion(Name.of("payments"))
                                .orElseThrow()
                                .isReady())
                        .isTrue();
            }
        });

        DeployEnvironment.Outcome outcome = stage.deploy(images("1"));

        assertThat(outcome.isReady()).isTrue();
    }

    @Test
    void shouldShowThePlanBeforeAnythingIsTouched() throws InterruptedException {
        stage.onProgress(progress -> assertThat(stage.shown()).hasSize(1));

        stage.deploy(images("1"));

        assertThat(stage.shown().get(0).createsNamespace()).isTrue();
    }

    @Test
    void shouldWriteNothingWhenRunASecondTime() throws InterruptedException {
        stage.deploy(images("1"));
        long writes = stage.installation().hands().objectWrites();
        int records = stage.installation().ports().records().list().size();

        DeployEnvironment.Outcome second = stage.deploy(images("1"));

        assertThat(second.plan().changesNothing()).isTrue();
        assertThat(second.record()).isEmpty();
        assertThat(stage.installation().hands().objectWrites()).isEqualTo(writes);
        assertThat(stage.installation().ports().records().list()).hasSize(records);
    }

    @Test
    void shouldMoveRequestsToANewVersionWithoutLosingOne() throws InterruptedException {
        stage.deploy(images("1"));
        String old = stage.view().stable().get(Name.of("orders"));
        stage.installation().clock().turn(Duration.ofSeconds(30));
        long arrived = stage.totals("orders").arrived();

        DeployEnvironment.Outcome outcome = stage.deploy(only("orders", "2"));
        stage.installation().clock().turn(Duration.ofSeconds(30));

        String now = stage.view().stable().get(Name.of("orders"));
        assertThat(outcome.isReady()).isTrue();
        assertThat(now).isNotEqualTo(old);
        assertThat(stage.view().versions()).doesNotContainKey(old);
        assertThat(stage.totals("orders").arrived()).isGreaterThan(arrived + 600);
        assertThat(stage.totals("orders").versions().get(now).answered()).isPositive();
        assertThat(stage.lost()).isZero();
    }

    @Test
    void shouldLoseRequestsWhenTheOldVersionIsDeletedFirst() throws InterruptedException {
        stage.deploy(images("1"));
        String old = stage.view().stable().get(Name.of("orders"));
        stage.onProgress(progress -> {
            if (progress.record().state() instanceof EnvironmentState.Switching) {
                stage.installation().ports().renderer().refsOfVersion(old).forEach(ref -> stage.installation()
                        .hands()
                        .deleteObject(NAMESPACE, ref));
            }
        });

        stage.deploy(only("orders", "2"));

        assertThat(stage.totals("orders").lost()).isPositive();
    }

    @Test
    void shouldTakeTheReplacedVersionOutInOrder() throws InterruptedException {
        stage.deploy(images("1"));
        stage.story().clear();

        stage.deploy(only("orders", "2"));

        assertThat(stage.story())
                .containsExactly(
                        "starting wave 1",
                        "moving the requests of wave 1",
                        "draining the replaced versions",
                        "taking the replaced versions out of the routes",
                        "removing the replaced versions",
                        "ready");
    }

    @Test
    void shouldKeepTheLiveImageWhenNoneIsChosen() throws InterruptedException {
        stage.deploy(images("1"));
        stage.deploy(only("orders", "2"));

        DeployEnvironment.Outcome plain = stage.deploy(new TreeMap<>());

        assertThat(plain.plan().changesNothing()).isTrue();
        assertThat(stage.view().stableVersion(Name.of("orders")).orElseThrow().image())
                .isEqualTo(image("orders", "2"));
    }

    @Test
    void shouldLeaveNoNamespaceWhenAFreshEnvironmentDoesNotBecomeReady() throws InterruptedException {
        stage.neverReady(image("orders", "1"));

        DeployEnvironment.Outcome outcome = stage.deploy(images("1"));

        EnvironmentState.Failed failed =
                (EnvironmentState.Failed) outcome.record().orElseThrow().state();
        assertThat(failed.reason())
                .contains("orders-")
                .contains("0 of 1 instances ready")
                .contains("after 5m");
        assertThat(failed.remark()).isEmpty();
        assertThat(stage.view().presence()).isEqualTo(NamespaceView.Presence.ABSENT);
    }

    @Test
    void shouldBringEverythingBackWhenALaterWaveDoesNotBecomeReady() throws InterruptedException {
        stage.deploy(images("1"));
        NamespaceView before = stage.view();
        stage.neverReady(image("storefront", "2"));

        DeployEnvironment.Outcome outcome = stage.deploy(images("2"));

        assertThat(outcome.isReady()).isFalse();
        assertThat(stage.view().stable()).isEqualTo(before.stable());
        assertThat(stage.view().objects()).isEqualTo(before.objects());
        assertThat(stage.lost()).isZero();
    }

    @Test
    void shouldNameTheHindranceWhenAnImageCannotBePulled() throws InterruptedException {
        stage.missing(image("payments", "1"));

        DeployEnvironment.Outcome outcome = stage.deploy(images("1"));

        EnvironmentState.Failed failed =
                (EnvironmentState.Failed) outcome.record().orElseThrow().state();
        assertThat(failed.reason()).contains("image cannot be pulled");
    }

    @Test
    void shouldSucceedWhenRunAgainAfterAFailure() throws InterruptedException {
        stage.deploy(images("1"));
        stage.neverReady(image("orders", "2"));
        stage.deploy(only("orders", "2"));

        DeployEnvironment.Outcome again = stage.deploy(only("orders", "3"));

        assertThat(again.isReady()).isTrue();
        assertThat(stage.view().stableVersion(Name.of("orders")).orElseThrow().image())
                .isEqualTo(image("orders", "3"));
    }

    @Test
    void shouldPruneWhatIsNoLongerWantedAndNothingOfOthers() throws InterruptedException {
        stage.deploy(images("1"));
        ObjectRef foreign = new ObjectRef("ConfigMap", "theirs");
        stage.installation().hands().putForeignObject(NAMESPACE, foreign);

        DeployEnvironment.Outcome outcome = stage.deploy(DeliveryFixtures.shopWithout("storefront"), new TreeMap<>());

        assertThat(outcome.isReady()).isTrue();
        assertThat(stage.view().stable())
                .doesNotContainKey(Name.of("storefront"))
                .hasSize(4);
        assertThat(stage.view().objects()).noneMatch(ref -> ref.name().startsWith("storefront"));
        assertThat(stage.installation().hands().hasObject(NAMESPACE, foreign)).isTrue();
    }

    @Test
    void shouldMendWhatWasDeletedByHand() throws InterruptedException {
        stage.deploy(images("1"));
        NamespaceView before = stage.view();
        stage.installation().ports().renderer().refsOfStable(Name.of("orders")).forEach(ref -> stage.installation()
                .hands()
                .deleteObject(NAMESPACE, ref));

        DeployEnvironment.Outcome outcome = stage.deploy(new TreeMap<>());

        assertThat(outcome.plan().changes().map(ServiceChange::kind)).containsExactly(ServiceChange.Kind.MEND);
        assertThat(outcome.isReady()).isTrue();
        assertThat(stage.view()).isEqualTo(before);
    }
}
