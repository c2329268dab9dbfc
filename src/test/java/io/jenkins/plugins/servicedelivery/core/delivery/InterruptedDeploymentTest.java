package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.image;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.images;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deployments that are cut off, aborted or abandoned on their way; the crash walk kills them. */
class InterruptedDeploymentTest {
    private static final Name ORDERS = Name.of("orders");
    private static final RecordKey SECOND = new RecordKey("environment-shop-test.2");

    @ParameterizedTest
    @EnumSource(
            value = Faults.Kind.class,
            names = {"UNAVAILABLE_BEFORE", "UNAVAILABLE_AFTER"})
    void shouldEndAsPlannedWhateverCallAFaultStrikes(Faults.Kind kind) throws InterruptedException {
        int calls = callsOfAnUpdate();

        for (int call = 1; call <= calls; call++) {
            EnvironmentStage stage = new EnvironmentStage();
            stage.deploy(images("1"));
            strike(stage, call, kind);
            stage.deploy(only("orders", "2"));

            assertThat(stage.view().stableVersion(ORDERS).map(LiveVersion::image))
                    .as("after %s at call %s", kind, call)
                    .contains(image("orders", "2"));
            assertThat(stage.view().versions()).hasSize(5);
            assertThat(stage.lost()).isZero();
            assertThat(stage.deploy(new TreeMap<>()).plan().changesNothing()).isTrue();
        }
    }

    @Test
    void shouldBeAsBeforeWhenAskedToRollBackAnywhereOnTheWay() throws InterruptedException {
        for (Class<?> moment : EnvironmentState.Reversible.class.getPermittedSubclasses()) {
            if (moment == EnvironmentState.Preparing.class) {
                continue; // the first tick leaves it, because the configuration is published already
            }
            EnvironmentStage stage = new EnvironmentStage();
            stage.deploy(images("1"));
            NamespaceView before = stage.view();
            rollBackIn(stage, moment);

            DeployEnvironment.Outcome outcome = stage.deploy(images("2"));

            assertThat(outcome.record().orElseThrow().state())
                    .as("rolled back in %s", moment.getSimpleName())
                    .isInstanceOfSatisfying(EnvironmentState.Failed.class, failed -> {
                        assertThat(failed.reason()).isEqualTo("rollback asked for by carol: changed my mind");
                        assertThat(failed.remark()).isEmpty();
                    });
            assertThat(stage.view().stable()).isEqualTo(before.stable());
            assertThat(stage.view().objects()).isEqualTo(before.objects());
            assertThat(stage.lost()).isZero();
        }
    }

    @Test
    void shouldRollAnAbandonedDeploymentBack() throws InterruptedException {
        EnvironmentStage stage = new EnvironmentStage();
        stage.deploy(images("1"));
        NamespaceView before = stage.view();
        ClusterPorts dying = Faults.at(callsOfAnUpdate() / 2, Faults.Kind.CRASH_BEFORE)
                .on(stage.installation().ports());
        assertThatThrownBy(() -> stage.deployOver(dying, only("orders", "2"))).isInstanceOf(CrashError.class);

        Caretaker caretaker = stage.control(stage.installation().ports()).caretaker();
        caretaker.tend(progress -> {});
        stage.installation().clock().turn(Duration.ofMinutes(32));
        caretaker.tend(progress -> {});

        assertThat(stage.installation()
                        .ports()
                        .records()
                        .read(SECOND)
                        .orElseThrow()
                        .state())
                .isInstanceOf(EnvironmentState.Failed.class);
        assertThat(stage.view().objects()).isEqualTo(before.objects());
        assertThat(stage.lost()).isZero();
    }

    private static int callsOfAnUpdate() throws InterruptedException {
        EnvironmentStage stage = new EnvironmentStage();
        stage.deploy(images("1"));
        Faults counting = Faults.none();
        stage.deployOver(counting.on(stage.installation().ports()), only("orders", "2"));
        return counting.calls();
    }

    private static void strike(EnvironmentStage stage, int call, Faults.Kind kind) throws InterruptedException {
        ClusterPorts struck = Faults.at(call, kind).on(stage.installation().ports());
        try {
            stage.deployOver(struck, only("orders", "2"));
        } catch (UnavailableException e) {
            assertThat(e).isNotNull(); // the next run goes on from here
        }
    }

    private static void rollBackIn(EnvironmentStage stage, Class<?> moment) {
        Signals signals = stage.control(stage.installation().ports()).signals();
        stage.onProgress(progress -> {
            boolean now = moment.isInstance(progress.record().state())
                    && progress.record().key().equals(SECOND)
                    && progress.record().signal().isEmpty();
            if (now) {
                signals.ask(SECOND, Signal.Kind.ROLLBACK, "carol", "changed my mind");
            }
        });
    }
}
