package io.jenkins.plugins.servicedelivery.core.environment;

import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.A_WHILE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.CONFIGURATION;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.FENCE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.NAMESPACE;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.NEWER;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.ORDERS;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.OTHER_OWNER;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.OWNER;
import static io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld.PORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster.Subscription;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView.Presence;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Cluster} does. */
public abstract class ClusterContract {
    private final ContractWorld world = world();

    /** A fresh cluster without our namespace. */
    protected abstract ContractWorld world();

    @Test
    void shouldShowNothingWhenTheNamespaceIsNotThere() {
        NamespaceView view = look();

        assertThat(view.presence()).isEqualTo(Presence.ABSENT);
        assertThat(view.owner()).isEmpty();
        assertThat(view.objects()).isEmpty();
    }

    @Test
    void shouldCreateANamespaceForItsOwner() {
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);

        assertThat(look().presence()).isEqualTo(Presence.PRESENT);
        assertThat(look().owner()).contains(OWNER);
    }

    @Test
    void shouldRefuseTheNamespaceOfAnotherOwner() {
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);

        assertRefused(() -> cluster().createNamespace(NAMESPACE, OTHER_OWNER, FENCE));
        assertRefused(() -> cluster().deleteNamespace(NAMESPACE, OTHER_OWNER, FENCE));
        assertThat(look().owner()).contains(OWNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "kube-system", "service-delivery"})
    void shouldRefuseAProtectedNamespace(String namespace) {
        assertRefused(() -> cluster().createNamespace(namespace, OWNER, FENCE));
        assertRefused(() -> cluster().deleteNamespace(namespace, OWNER, FENCE));
        assertRefused(() -> cluster().apply(namespace, objects(1), FENCE));
        assertRefused(() -> cluster().remove(namespace, refs(), FENCE));
    }

    @Test
    void shouldRefuseANamespaceThatIsNotOurs() {
        world.putForeignNamespace(NAMESPACE);

        assertRefused(() -> cluster().createNamespace(NAMESPACE, OWNER, FENCE));
        assertRefused(() -> cluster().apply(NAMESPACE, objects(1), FENCE));
        assertRefused(() -> cluster().deleteNamespace(NAMESPACE, OWNER, FENCE));
        assertThat(look().owner()).isEmpty();
        assertThat(look().presence()).isEqualTo(Presence.PRESENT);
    }

    @Test
    void shouldFailToApplyWithoutANamespace() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> cluster().apply(NAMESPACE, objects(1), FENCE))
                .withMessageContaining(NAMESPACE);
    }

    @Test
    void shouldSayWhichObjectsItWrote() {
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);

        List<ObjectRef> written = cluster().apply(NAMESPACE, objects(1), FENCE);

        assertThat(written).containsExactlyInAnyOrderElementsOf(refs());
        assertThat(look().objects()).containsExactlyInAnyOrderElementsOf(refs());
    }

    @Test
    void shouldWriteNothingWhenNothingHasChanged() {
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        cluster().apply(NAMESPACE, objects(1), FENCE);

        assertThat(cluster().apply(NAMESPACE, objects(1), FENCE)).isEmpty();
    }

    @Test
    void shouldWriteOnlyWhatHasChanged() {
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        cluster().apply(NAMESPACE, objects(1), FENCE);

        assertThat(cluster().apply(NAMESPACE, objects(2), FENCE)).hasSize(1);
        assertThat(live().wanted()).isEqualTo(2);
    }

    @Test
    void shouldMendWhatAHandHasEdited() {
        world.deploy("1", 1);
        ObjectRef edited = refs().get(1);
        world.editByHand(NAMESPACE, edited);

        assertThat(cluster().apply(NAMESPACE, objects(1), FENCE)).containsExactly(edited);
        assertThat(cluster().apply(NAMESPACE, objects(1), FENCE)).isEmpty();
    }

    @Test
    void shouldShowAVersionAsItIs() {
        world.deploy("1", 2);

        LiveVersion live = live();

        assertThat(live.service()).isEqualTo(ORDERS);
        assertThat(live.image()).isEqualTo(ContractWorld.version("1").image());
        assertThat(live.configuration()).isEqualTo(CONFIGURATION.id());
        assertThat(live.ports()).isEqualTo(PORTS);
        assertThat(live.wanted()).isEqualTo(2);
        assertThat(live.isReady()).isFalse();
        assertThat(live.hindrance()).isEmpty();
    }

    @Test
    void shouldShowWhenAVersionIsReady() {
        world.deploy("1", 2);
        world.makeReady(NAMESPACE, version());

        assertThat(live().ready()).isEqualTo(2);
        assertThat(live().isReady()).isTrue();
    }

    @Test
    void shouldSayWhatHindersAVersion() {
        world.deploy("1", 1);
        world.fail(NAMESPACE, version(), "out of memory");

        assertThat(live().isReady()).isFalse();
        assertThat(live().hindrance()).contains("out of memory");
    }

    @Test
    void shouldShowThatADeletedInstanceComesBack() {
        world.deploy("1", 2);
        world.makeReady(NAMESPACE, version());
        world.deleteInstance(NAMESPACE, version());

        assertThat(live().ready()).isEqualTo(1);
        world.pass(A_WHILE);
        assertThat(live().ready()).isEqualTo(2);
    }

    @Test
    void shouldKeepRunningInstancesWhenTheNumberChanges() {
        world.deploy("1", 1);
        world.makeReady(NAMESPACE, version());

        cluster().apply(NAMESPACE, objects(3), FENCE);

        assertThat(live().wanted()).isEqualTo(3);
        assertThat(live().ready()).isEqualTo(1);
    }

    @Test
    void shouldShowTheStableVersion() {
        world.makeStable(world.deploy("1", 1));

        assertThat(look().stable()).containsEntry(ORDERS, version()).hasSize(1);
        assertThat(look().stableVersion(ORDERS)).isPresent();
    }

    @Test
    void shouldRemoveWhatIsOurs() {
        world.deploy("1", 1);
        cluster().remove(NAMESPACE, refs(), FENCE);
        cluster().remove(NAMESPACE, refs(), FENCE);

        assertThat(look().objects()).isEmpty();
        assertThat(look().versions()).isEmpty();
    }

    @Test
    void shouldNeverTouchObjectsOfOthers() {
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        ObjectRef foreign = refs().get(2);
        world.putForeignObject(NAMESPACE, foreign);

        assertRefused(() -> cluster().apply(NAMESPACE, objects(1), FENCE));
        cluster().remove(NAMESPACE, List.of(foreign), FENCE);
        assertThat(world.hasObject(NAMESPACE, foreign)).isTrue();
        assertThat(look().objects()).doesNotContain(foreign);
    }

    @Test
    void shouldDeleteANamespaceWithEverythingInIt() {
        world.makeStable(world.deploy("1", 1));
        cluster().deleteNamespace(NAMESPACE, OWNER, FENCE);
        cluster().deleteNamespace(NAMESPACE, OWNER, FENCE);

        world.pass(A_WHILE);
        assertThat(look().presence()).isEqualTo(Presence.ABSENT);

        cluster().deleteNamespace(NAMESPACE, OWNER, FENCE);
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        assertThat(look().objects()).isEmpty();
    }

    @Test
    void shouldSayThatANamespaceOnItsWayOutCannotBeUsedYet() {
        cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        cluster().deleteNamespace(NAMESPACE, OWNER, FENCE);

        assertThat(look().presence()).isEqualTo(Presence.TERMINATING);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> cluster().createNamespace(NAMESPACE, OWNER, FENCE));
    }

    @Test
    void shouldRefuseAFenceOlderThanOneSeen() {
        world.deploy("1", 1);
        cluster().apply(NAMESPACE, objects(1), NEWER);

        assertFenced(() -> cluster().createNamespace("another", OWNER, FENCE));
        assertFenced(() -> cluster().apply(NAMESPACE, objects(5), FENCE));
        assertFenced(() -> cluster().remove(NAMESPACE, refs(), FENCE));
        assertFenced(() -> cluster().deleteNamespace(NAMESPACE, OWNER, FENCE));
        assertThat(live().wanted()).isEqualTo(1);
        assertThat(look().presence()).isEqualTo(Presence.PRESENT);
    }

    @Test
    void shouldCompareFencesOfOneClaimOnly() {
        world.deploy("1", 1);

        assertThatCode(() -> cluster().apply(NAMESPACE, objects(2), new Fence("another", 1)))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldWakeWhoeverListensUntilItIsClosed() {
        ClusterPorts ports = world.ports();
        AtomicInteger woken = new AtomicInteger();
        Subscription subscription = ports.cluster().onChange(NAMESPACE, woken::incrementAndGet);

        ports.cluster().createNamespace(NAMESPACE, OWNER, FENCE);
        ports.cluster().apply(NAMESPACE, objects(1), FENCE);
        int afterWriting = woken.get();
        world.makeReady(NAMESPACE, version());
        int afterReady = woken.get();
        subscription.close();
        ports.cluster().apply(NAMESPACE, objects(3), FENCE);

        assertThat(afterWriting).isPositive();
        assertThat(afterReady).isGreaterThan(afterWriting);
        assertThat(woken).hasValue(afterReady);
    }

    private static String version() {
        return ContractWorld.version("1").name();
    }

    private List<ClusterObject> objects(int replicas) {
        return world.ports().renderer().version(OWNER, ContractWorld.version("1"), CONFIGURATION, replicas);
    }

    private List<ObjectRef> refs() {
        return world.ports().renderer().refsOfVersion(version());
    }

    private Cluster cluster() {
        return world.ports().cluster();
    }

    private NamespaceView look() {
        return cluster().observe(NAMESPACE);
    }

    private LiveVersion live() {
        return look().versions().get(version());
    }

    private static void assertRefused(Runnable write) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(write::run);
    }

    private static void assertFenced(Runnable write) {
        assertThatExceptionOfType(FencedException.class).isThrownBy(write::run).satisfies(failure -> assertThat(failure)
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining(ContractWorld.CLAIM));
    }
}
