package io.jenkins.plugins.servicedelivery.core.delivery;

import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.FENCE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.ORDERS;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.OWNER;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.release.Window;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PortTraceTest {
    private final ClusterPorts real = SimulatedInstallation.inMemory().ports();
    private final List<String> told = new ArrayList<>();
    private final ClusterPorts traced = new PortTrace(call -> told.add(call.get())).traced(real);

    @Test
    void shouldTellWhatWasAskedAndWhatCameOfIt() {
        assertThat(traced.leases().read("shop")).isEmpty();

        assertThat(told).containsExactly("LeaseStore.read(shop) = Optional.empty");
    }

    @Test
    void shouldTellNoAnswerWhereThereIsNone() {
        traced.cluster().createNamespace(NAMESPACE, OWNER, FENCE);

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("Cluster.createNamespace(" + NAMESPACE + ", ")
                .doesNotContain(" = ");
        assertThat(real.cluster().observe(NAMESPACE).owner()).contains(OWNER);
    }

    @Test
    void shouldTellAndPassOnWhatWasThrown() {
        real.cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        Fence older = new Fence(FENCE.claim(), FENCE.number() - 1);

        assertThatExceptionOfType(FencedException.class)
                .isThrownBy(() -> traced.cluster().deleteNamespace(NAMESPACE, OWNER, older));

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("Cluster.deleteNamespace(")
                .contains(" threw " + FencedException.class.getName() + ": ");
    }

    @Test
    void shouldTellOfEveryPortThatAsksTheCluster() {
        Instant now = real.time().now();

        traced.cluster().observe(NAMESPACE);
        traced.router().observe(ROUTE);
        traced.leases().list();
        traced.records().read(new RecordKey("release-1"));
        traced.configs().history(NAMESPACE, ORDERS);
        traced.metrics().served(ROUTE, new Window(now.minusSeconds(10), now));

        assertThat(told)
                .extracting(line -> line.substring(0, line.indexOf('(')))
                .containsExactly(
                        "Cluster.observe",
                        "Router.observe",
                        "LeaseStore.list",
                        "RecordStore.read",
                        "ConfigStore.history",
                        "MetricSource.served");
    }

    @Test
    void shouldLeaveRenderingAndWaitingAlone() throws InterruptedException {
        traced.time().pause(Duration.ofHours(1));
        traced.renderer().refsOfStable(ORDERS);

        assertThat(told).isEmpty();
        assertThat(traced.renderer()).isSameAs(real.renderer());
        assertThat(traced.time()).isSameAs(real.time());
    }

    @Test
    void shouldTellEveryCallOnOneShortLine() {
        traced.leases().read("a\nb" + "c".repeat(1_000));

        assertThat(told).singleElement().asString().hasSizeLessThan(300).contains("(a bccc", "...) = ");
    }

    @Test
    void shouldNameConfigurationsAndTellNoneOfTheirValues() {
        ConfigRevision revision = ConfigRevision.of(ORDERS, new TreeMap<>(Map.of("db.url", "canary")));
        traced.cluster().createNamespace(NAMESPACE, OWNER, FENCE);

        traced.configs().publish(NAMESPACE, revision, FENCE);
        assertThat(traced.configs().read(NAMESPACE, revision.id())).contains(revision);

        assertThat(told)
                .hasSize(3)
                .noneMatch(line -> line.contains("canary") || line.contains("db.url"))
                .last()
                .asString()
                .contains(revision.id().value());
    }

    @Test
    void shouldMakeNoTextThatNobodyAsksFor() {
        Runnable secretive = new Runnable() {
            @Override
            public void run() {
                // nothing to do
            }

            @Override
            public String toString() {
                throw new AssertionError("somebody asked");
            }
        };

        new PortTrace(call -> {})
                .traced(real)
                .cluster()
                .onChange(NAMESPACE, secretive)
                .close();

        assertThat(told).isEmpty();
    }
}
