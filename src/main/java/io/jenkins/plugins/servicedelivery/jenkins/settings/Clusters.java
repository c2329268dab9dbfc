package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.Extension;
import hudson.init.Terminator;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import io.jenkins.plugins.servicedelivery.jenkins.support.TickPool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clusters of the settings, each connected when it is first asked for and kept while its settings stay as they are.
 * There is one connection per cluster, because there is one holder of claims per controller. Clusters do not wait for
 * each other.
 */
@Extension
public final class Clusters {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Map<String, ClusterSeat> seats = new ConcurrentHashMap<>();
    private volatile boolean ended;

    /** The clusters of this controller. */
    public static Clusters get() {
        return JenkinsFacade.singleton(Clusters.class);
    }

    /**
     * The cluster of this name. What was got from it earlier may be closed by now: its ports then say that a later try may
     * succeed, so whoever works for long asks again.
     *
     * @throws FailedException with the nearest name where there is none; other kinds where it cannot be connected
     */
    public ClusterHandle cluster(String name) {
        return open(name).handle();
    }

    /** The connection behind a cluster, for what only its kind can do. */
    public ConnectedCluster connected(String name) {
        return open(name).connected();
    }

    /** The names of all clusters in the settings. */
    public List<String> names() {
        return all().stream().map(ClusterSettings::getName).toList();
    }

    /** Lets go of every cluster whose settings are not what they were. */
    public void closeChanged() {
        boolean done = true;
        for (Map.Entry<String, ClusterSeat> seat : seats.entrySet()) {
            done &= seat.getValue().closeUnless(settings(seat.getKey()).orElse(null));
        }
        if (!done && !ended) {
            JenkinsFacade.singleton(TickPool.class).after(A_MOMENT, this::closeChanged);
        }
    }

    /** Lets go of every cluster when Jenkins ends. */
    @Terminator
    public static void closeAll() {
        Clusters clusters = get();
        clusters.ended = true;
        clusters.seats.values().forEach(ClusterSeat::end);
    }

    /** One line about what there is, for whoever tests the connection. */
    String look(String name) {
        ClusterHandle cluster = cluster(name);
        ClusterPorts ports = cluster.control().ports();
        List<Record<?, ?>> records = ports.records().list();
        long namespaces = records.stream()
                .map(record -> record.plan().namespace())
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .count();
        return Messages.Clusters_connected(cluster.title(), records.size(), namespaces);
    }

    private ClusterSeat.Open open(String name) {
        ClusterSettings wanted = settings(name)
                .orElseThrow(() -> new FailedException(
                        "Looking up the cluster \"" + name + "\"",
                        "the settings have none of this name",
                        Suggestion.didYouMean(name, names())));
        ClusterSeat seat = seats.computeIfAbsent(name, ClusterSeat::new);
        if (ended) {
            seat.end();
        }
        return seat.open(wanted);
    }

    private static Optional<ClusterSettings> settings(String name) {
        return all().stream().filter(cluster -> name.equals(cluster.getName())).findFirst();
    }

    private static List<ClusterSettings> all() {
        return ServiceDeliveryConfiguration.get().getEffectiveClusters();
    }
}
