package io.jenkins.plugins.servicedelivery.jenkins.settings;

import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.registry;
import static io.jenkins.plugins.servicedelivery.jenkins.settings.SettingsFixtures.simulated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Connections to clusters while settings change. */
@WithJenkins
@Timeout(180)
class ClustersITest {
    private static JenkinsRule jenkins;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeAll
    static void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @BeforeEach
    void begin() {
        SlowConnection.hold = new CountDownLatch(0);
        set(simulated("one", 1), simulated("two", 1));
    }

    @AfterEach
    void end() {
        SlowConnection.hold.countDown();
        threads.shutdownNow();
    }

    @Test
    void shouldConnectOnceAndKeepTheConnectionWhenThePageIsSavedUnchanged() throws Exception {
        ConnectedCluster one = Clusters.get().connected("one");

        jenkins.configRoundtrip();
        set(simulated("one", 1), simulated("two", 1));

        assertThat(Clusters.get().connected("one")).isSameAs(one);
        assertThat(one.ports().records().list()).isEmpty();
    }

    @Test
    void shouldCloseOnlyWhatHasChanged() {
        ConnectedCluster one = Clusters.get().connected("one");
        ConnectedCluster two = Clusters.get().connected("two");

        set(simulated("one", 2), simulated("two", 1));
        ServiceDeliveryConfiguration.get().setRegistries(List.of(registry("registry.example.com", null)));

        assertThatIsClosed(one);
        assertThat(two.ports().records().list()).isEmpty();
        assertThat(Clusters.get().connected("two")).isSameAs(two);
        assertThat(Clusters.get().connected("one")).isNotSameAs(one);
    }

    @Test
    void shouldCloseWhatWasRemovedAndNameTheNearest() {
        ConnectedCluster two = Clusters.get().connected("two");

        set(simulated("one", 1), simulated("three", 1));

        assertThatIsClosed(two);
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> Clusters.get().cluster("tree"))
                .withMessageContaining("Did you mean \"three\"?");
    }

    @Test
    void shouldHaveASimulatedClusterWhereNoneIsSet() {
        set();

        assertThat(Clusters.get().names()).containsExactly(ServiceDeliveryConfiguration.BUILT_IN);
        assertThat(Clusters.get().cluster(ServiceDeliveryConfiguration.BUILT_IN).title())
                .isEqualTo("simulated cluster \"simulated\"");
    }

    @Test
    void shouldAnswerForOthersWhileOneIsStillBeingOpened() throws Exception {
        SlowConnection.hold = new CountDownLatch(1);
        set(new ClusterSettings("slow-1", new SlowConnection()), simulated("one", 1));
        Future<ClusterHandle> slow = threads.submit(() -> Clusters.get().cluster("slow-1"));
        Awaitility.await().until(() -> SlowConnection.opening.get());

        Future<ClusterHandle> other = threads.submit(() -> Clusters.get().cluster("one"));
        Future<?> saving =
                threads.submit(() -> set(new ClusterSettings("slow-1", new SlowConnection()), simulated("one", 1)));

        assertThat(other.get(5, TimeUnit.SECONDS).name()).isEqualTo("one");
        saving.get(5, TimeUnit.SECONDS);
        assertThat(slow).isNotDone();
        SlowConnection.hold.countDown();
        assertThat(slow.get(5, TimeUnit.SECONDS).name()).isEqualTo("slow-1");
    }

    @Test
    void shouldNotKeepThreadsForAClusterThatDoesNotAnswer() throws Exception {
        SlowConnection.hold = new CountDownLatch(1);
        set(new ClusterSettings("slow-2", new SlowConnection()));
        threads.submit(() -> Clusters.get().cluster("slow-2"));
        Awaitility.await().until(() -> SlowConnection.opening.get());

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> Clusters.get().cluster("slow-2"))
                .withMessageContaining("does not answer");
    }

    @Test
    void shouldCloseAClusterThatWasRemovedWhileItWasBeingOpened() throws Exception {
        SlowConnection.hold = new CountDownLatch(1);
        set(new ClusterSettings("slow-3", new SlowConnection()));
        Future<ConnectedCluster> slow = threads.submit(() -> Clusters.get().connected("slow-3"));
        Awaitility.await().until(() -> SlowConnection.opening.get());

        set(simulated("one", 1));
        SlowConnection.hold.countDown();

        ConnectedCluster connected = slow.get(5, TimeUnit.SECONDS);
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThatIsClosed(connected));
    }

    @Test
    void shouldLoseNothingThatWasWrittenWhileSettingsChange() throws Exception {
        AtomicBoolean changing = new AtomicBoolean(true);
        Queue<String> written = new ConcurrentLinkedQueue<>();
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String name = "written-" + writer + "-";
            writers.add(threads.submit(() -> {
                for (int i = 0; changing.get(); i++) {
                    writeUntilClosed(name + i + "-", changing, written, refused);
                }
            }));
        }

        for (int change = 0; change < 20; change++) {
            int speed = 1 + change % 2;
            set(simulated("one", speed), simulated("two", 1));
            int before = written.size();
            Awaitility.await().until(() -> written.size() > before);
        }
        changing.set(false);
        for (Future<?> writer : writers) {
            writer.get(20, TimeUnit.SECONDS); // throws what is no UnavailableException
        }

        ClusterPorts ports = Clusters.get().cluster("one").control().ports();
        assertThat(refused).as("the test has met closed clusters").isNotEmpty();
        assertThat(written).hasSizeGreaterThanOrEqualTo(20).allSatisfy(namespace -> assertThat(
                        ports.cluster().observe(namespace).presence())
                .isEqualTo(NamespaceView.Presence.PRESENT));
    }

    /** Goes on with the connection that it has, as a tick does, until that is closed. */
    private static void writeUntilClosed(
            String name, AtomicBoolean changing, Queue<String> written, Queue<String> refused) {
        ClusterPorts ports = Clusters.get().cluster("one").control().ports();
        for (int i = 0; changing.get(); i++) {
            try {
                Ownership owner = new Ownership(Name.of("shop"), Name.of("test"));
                ports.cluster().createNamespace(name + i, owner, new Fence("claim", 1));
                written.add(name + i);
            } catch (UnavailableException e) {
                refused.add(name + i);
                return;
            }
        }
    }

    private static void assertThatIsClosed(ConnectedCluster cluster) {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> cluster.ports().records().list())
                .withMessageContaining("has been closed");
    }

    private static void set(ClusterSettings... clusters) {
        ServiceDeliveryConfiguration.get().setClusters(List.of(clusters));
    }

    /** A simulated cluster that is opened only once a test allows it. */
    public static final class SlowConnection extends ClusterConnection {
        static volatile CountDownLatch hold;
        static final AtomicBoolean opening = new AtomicBoolean();

        @Override
        public ConnectedCluster connect(String cluster) {
            opening.set(true);
            try {
                hold.await();
                return new SimulatedConnection().connect(cluster);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnavailableException("Connecting", "it was interrupted", "Try again.", e);
            } finally {
                opening.set(false);
            }
        }

        @TestExtension
        public static final class DescriptorImpl extends ClusterConnectionDescriptor {}
    }
}
