package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.images;
import static io.jenkins.plugins.servicedelivery.core.delivery.EnvironmentStage.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentOperation;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.operation.Fences;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Carrying the effects of a state out a second time must change nothing, because a crash makes every tick do so. */
class RepeatedEffectsTest {
    private final EnvironmentStage stage = new EnvironmentStage();
    private final List<String> written = new ArrayList<>();
    private final TreeSet<String> repeated = new TreeSet<>();

    @Test
    void shouldWriteNothingTheSecondTimeOnTheWayForward() throws InterruptedException {
        stage.deploy(images("1"));
        stage.onProgress(this::repeat);

        stage.deploy(DeliveryFixtures.shopWithout("storefront"), only("orders", "2"));

        assertThat(repeated)
                .contains("Starting", "Switching", "Draining", "Unlinking", "Removing", "Retiring", "Pruning");
        assertThat(written).isEmpty();
    }

    @Test
    void shouldWriteNothingTheSecondTimeOnTheWayBack() throws InterruptedException {
        stage.deploy(images("1"));
        stage.neverReady(EnvironmentStage.image("storefront", "2"));
        stage.onProgress(this::repeat);

        stage.deploy(images("2"));

        assertThat(repeated).contains("Returning", "Withdrawing");
        assertThat(written).isEmpty();
    }

    private void repeat(Progress<?, ?> progress) {
        if (progress instanceof Progress.Moved && !progress.record().state().isTerminal()) {
            Record<?, ?> record = progress.record();
            EnvironmentPlan plan = (EnvironmentPlan) record.plan();
            EnvironmentState state = (EnvironmentState) record.state();
            ClusterPorts ports = stage.installation().ports();
            EnvironmentOperation operation =
                    new EnvironmentOperation(ports.cluster(), ports.renderer(), ports.router(), ports.configs());
            long writes = stage.installation().hands().objectWrites();

            operation.effects(plan, state).forEach(effect -> operation.perform(plan, effect, fences(plan)));

            repeated.add(state.getClass().getSimpleName());
            if (stage.installation().hands().objectWrites() != writes) {
                written.add(state.phrase());
            }
        }
    }

    private Fences fences(EnvironmentPlan plan) {
        SortedMap<String, Fence> fences = new TreeMap<>();
        plan.claims()
                .forEach(name -> fences.put(
                        name,
                        stage.installation()
                                .ports()
                                .leases()
                                .read(name)
                                .orElseThrow()
                                .fence()));
        return new Fences(fences);
    }
}
