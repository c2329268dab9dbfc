package io.jenkins.plugins.servicedelivery.jenkins;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds;
import io.jenkins.plugins.servicedelivery.adapter.simulated.ImagePull;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulatedInstallation;
import io.jenkins.plugins.servicedelivery.adapter.simulated.SimulationSettings;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStore;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterConnection;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ConnectedCluster;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A cluster in memory for tests. It may be closed to product lines that nothing binds, as a real one is, and it can be
 * made to keep whoever connects waiting and to answer nobody.
 */
public final class LabConnection extends ClusterConnection {
    private static final Map<String, Lab> LABS = new ConcurrentHashMap<>();

    private final boolean openToAll;
    private final double speed;
    private final double requestsPerSecond;

    public LabConnection(boolean openToAll, double speed) {
        this(openToAll, speed, 20);
    }

    public LabConnection(boolean openToAll, double speed, double requestsPerSecond) {
        this.openToAll = openToAll;
        this.speed = speed;
        this.requestsPerSecond = requestsPerSecond;
    }

    /** The cluster of this name, connected or not. */
    public static Lab lab(String cluster) {
        return LABS.computeIfAbsent(cluster, name -> new Lab());
    }

    @Override
    public boolean isOpenToAll() {
        return openToAll;
    }

    @Override
    public ConnectedCluster connect(String cluster) {
        Lab lab = lab(cluster);
        lab.connect(speed, requestsPerSecond);
        return lab;
    }

    /** One cluster. */
    public static final class Lab implements ConnectedCluster {
        @CheckForNull
        private SimulatedInstallation installation;

        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile CountDownLatch somebodyWaits = new CountDownLatch(0);

        @CheckForNull
        private volatile Supplier<RuntimeException> trouble;

        private void connect(double speed, double requestsPerSecond) {
            somebodyWaits.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            fail();
            if (installation == null) {
                installation = SimulatedInstallation.inMemoryRunning(
                        SimulationSettings.standard().requestsPerSecond(requestsPerSecond),
                        ImagePull.EVERYTHING,
                        RecordKinds.ALL,
                        speed);
            }
        }

        /** Whoever connects from now on waits until the gate is opened. */
        public CountDownLatch closeGate() {
            somebodyWaits = new CountDownLatch(1);
            gate = new CountDownLatch(1);
            return gate;
        }

        public void awaitSomebodyAtTheGate() throws InterruptedException {
            somebodyWaits.await();
        }

        /** It does not answer any more. */
        public void goDown() {
            trouble = () -> new UnavailableException("Asking the lab", "it is down", "Wait.");
        }

        /** Every call fails in a way that nobody expects. */
        public void breakWith(RuntimeException failure) {
            trouble = () -> failure;
        }

        public void mend() {
            trouble = null;
        }

        /** Whoever connects next finds nothing of what there was. */
        public void forget() {
            installation = null;
        }

        public SimulatedInstallation installation() {
            return installation;
        }

        @Override
        public ClusterPorts ports() {
            ClusterPorts real = installation.ports();
            return new ClusterPorts(
                    troubled(Cluster.class, real.cluster()),
                    real.renderer(),
                    troubled(Router.class, real.router()),
                    troubled(LeaseStore.class, real.leases()),
                    troubled(RecordStore.class, real.records()),
                    real.configs(),
                    real.metrics(),
                    real.time());
        }

        @Override
        public void close() {
            // what is in memory stays for whoever connects next
        }

        private void fail() {
            Supplier<RuntimeException> failure = trouble;
            if (failure != null) {
                throw failure.get();
            }
        }

        private <P> P troubled(Class<P> port, P real) {
            return port.cast(
                    Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                        fail();
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
