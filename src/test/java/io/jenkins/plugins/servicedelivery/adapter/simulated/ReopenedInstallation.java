package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster.Subscription;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStore;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.release.MetricSource;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A simulated cluster on disk that is closed and opened again before every call of a port. */
final class ReopenedInstallation {
    private final Path folder;
    private final List<Listener> listeners = new ArrayList<>();
    private SimulatedInstallation installation;

    ReopenedInstallation(Path folder) {
        this.folder = folder;
        this.installation = open();
    }

    private record Listener(String namespace, Runnable wake) {}

    /** The installation as it was opened last. */
    synchronized SimulatedInstallation present() {
        return installation;
    }

    /** Ports of which every call meets another installation. */
    ClusterPorts ports() {
        return new ClusterPorts(
                port(Cluster.class, ClusterPorts::cluster),
                installation.ports().renderer(),
                port(Router.class, ClusterPorts::router),
                port(LeaseStore.class, ClusterPorts::leases),
                port(RecordStore.class, ClusterPorts::records),
                port(ConfigStore.class, ClusterPorts::configs),
                port(MetricSource.class, ClusterPorts::metrics),
                port(Timekeeper.class, ClusterPorts::time));
    }

    private <T> T port(Class<T> type, Function<ClusterPorts, T> choice) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    synchronized (this) {
                        if (method.getName().equals("onChange")) {
                            return listen(new Listener((String) values[0], (Runnable) values[1]));
                        }
                        reopen();
                        try {
                            return method.invoke(choice.apply(installation.ports()), values);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                }));
    }

    private Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void reopen() {
        installation.close();
        installation = open();
        listeners.forEach(
                listener -> installation.ports().cluster().onChange(listener.namespace(), () -> wake(listener)));
    }

    private void wake(Listener listener) {
        if (listeners.contains(listener)) {
            listener.wake().run();
        }
    }

    private SimulatedInstallation open() {
        return SimulatedInstallation.open(
                folder, SimulationSettings.standard(), ImagePull.EVERYTHING, SimulatedContractWorld.KINDS);
    }
}
