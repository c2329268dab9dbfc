package io.jenkins.plugins.servicedelivery.jenkins.steps;

import hudson.ExtensionList;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.jenkins.LabConnection;
import io.jenkins.plugins.servicedelivery.jenkins.TeaLine;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryEvent;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryListener;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterConnection;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterSettings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ServiceDeliveryConfiguration;
import io.jenkins.plugins.servicedelivery.jenkins.settings.SimulatedConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * The images of the tea line in a Jenkins that several tests share; each of them gets a {@link Corner} with a cluster of
 * its own.
 */
final class Tea {
    private static final int EXECUTORS = 20;

    private final JenkinsRule jenkins;
    private final Freezer freezer = new Freezer();
    private final List<ClusterSettings> clusters = new ArrayList<>();
    private final String payments;
    private final String morePayments;
    private final String orders;
    private final String better;
    private final String faulty;

    private Tea(JenkinsRule jenkins) throws Exception {
        this.jenkins = jenkins;
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("tea");
        TeaLine line = TeaLine.in(folder, new Images().builtIn());
        payments = line.build("payments");
        orders = line.build("orders");
        line.change("payments", "2", "");
        morePayments = line.build("payments");
        line.change("orders", "2", "");
        better = line.build("orders");
        line.change("orders", "3", "errors=0.5");
        faulty = line.build("orders");
        ExtensionList.lookup(DeliveryListener.class).add(0, freezer);
    }

    /** The tea line in this Jenkins. */
    static Tea in(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setNumExecutors(EXECUTORS);
        return new Tea(jenkins);
    }

    /** A corner with a cluster of this name, whose time is fast. */
    Corner corner(String name) {
        SimulatedConnection connection = new SimulatedConnection();
        connection.setSpeed(Corner.SPEED);
        connection.setRequestsPerSecond(50);
        return corner(name, connection);
    }

    /** A corner with a cluster of the lab. */
    Corner lab(String name, boolean openToAll) {
        return corner(name, new LabConnection(openToAll, Corner.SPEED));
    }

    /** The cluster is set differently from now on, so that it is closed and opened anew. */
    void setAnew(String name, ClusterConnection connection) {
        clusters.removeIf(cluster -> cluster.getName().equals(name));
        clusters.add(new ClusterSettings(name, connection));
        ServiceDeliveryConfiguration.get().setClusters(clusters);
    }

    void remove(String name) {
        clusters.removeIf(cluster -> cluster.getName().equals(name));
        ServiceDeliveryConfiguration.get().setClusters(clusters);
    }

    private Corner corner(String name, ClusterConnection connection) {
        setAnew(name, connection);
        return new Corner(jenkins, this, name);
    }

    String payments() {
        return payments;
    }

    String morePayments() {
        return morePayments;
    }

    /** The version of orders that runs when an environment is deployed. */
    String orders() {
        return orders;
    }

    /** A newer version without a fault. */
    String better() {
        return better;
    }

    /** A newer version of which every second answer is an error. */
    String faulty() {
        return faulty;
    }

    Freezer freezer() {
        return freezer;
    }

    /** Stops the time of a cluster at the moment when an operation of it has come into a certain state. */
    static final class Freezer implements DeliveryListener {
        private final Map<String, Class<? extends State>> wanted = new ConcurrentHashMap<>();
        private final Set<String> broken = ConcurrentHashMap.newKeySet();

        void freezeIn(String cluster, Class<? extends State> state) {
            wanted.put(cluster, state);
        }

        /** A cluster of the lab fails in an unexpected way from then on. */
        void breakIn(String cluster, Class<? extends State> state) {
            broken.add(cluster);
            freezeIn(cluster, state);
        }

        boolean isFrozen(String cluster) {
            return !wanted.containsKey(cluster);
        }

        @Override
        public void onEvent(DeliveryEvent event) {
            String cluster = event.cluster().name();
            Class<? extends State> state = wanted.get(cluster);
            if (state != null
                    && event.progress() instanceof Progress.Moved
                    && state.isInstance(event.progress().record().state())) {
                if (broken.contains(cluster)) {
                    LabConnection.lab(cluster).breakWith(new IllegalStateException("on purpose"));
                } else {
                    Corner.installation(cluster).clock().setSpeed(0);
                }
                wanted.remove(cluster);
            }
        }
    }
}
