package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster;
import io.jenkins.plugins.servicedelivery.core.environment.ClusterObject;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Writes down every call that really changed the cluster, and nothing of those that found it as they wanted it. So two
 * journals are equal exactly when the same was done the same number of times, however often it was tried.
 */
final class EffectJournal {
    private final List<String> lines = new ArrayList<>();

    /** The same ports; their changes are written down. */
    ClusterPorts on(ClusterPorts ports) {
        return new ClusterPorts(
                new JournalledCluster(ports.cluster()),
                ports.renderer(),
                new JournalledRouter(ports.router()),
                ports.leases(),
                ports.records(),
                new JournalledConfigStore(ports.configs()),
                ports.metrics(),
                ports.time());
    }

    /** Every change so far, in its order. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    void forget() {
        lines.clear();
    }

    private final class JournalledCluster implements Cluster {
        private final Cluster cluster;

        JournalledCluster(Cluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public NamespaceView observe(String namespace) {
            return cluster.observe(namespace);
        }

        @Override
        public void createNamespace(String namespace, Ownership owner, Fence fence) {
            NamespaceView.Presence before = observe(namespace).presence();
            cluster.createNamespace(namespace, owner, fence);
            if (before != NamespaceView.Presence.PRESENT) {
                lines.add("create namespace " + namespace);
            }
        }

        @Override
        public List<ObjectRef> apply(String namespace, List<ClusterObject> objects, Fence fence) {
            List<ObjectRef> written = cluster.apply(namespace, objects, fence);
            written.forEach(ref -> lines.add("write " + namespace + " " + ref));
            return written;
        }

        @Override
        public void remove(String namespace, Collection<ObjectRef> objects, Fence fence) {
            Collection<ObjectRef> before = observe(namespace).objects();
            cluster.remove(namespace, objects, fence);
            objects.stream().filter(before::contains).forEach(ref -> lines.add("remove " + namespace + " " + ref));
        }

        @Override
        public void deleteNamespace(String namespace, Ownership owner, Fence fence) {
            NamespaceView.Presence before = observe(namespace).presence();
            cluster.deleteNamespace(namespace, owner, fence);
            if (before == NamespaceView.Presence.PRESENT) {
                lines.add("delete namespace " + namespace);
            }
        }

        @Override
        public Subscription onChange(String namespace, Runnable wake) {
            return cluster.onChange(namespace, wake);
        }
    }

    private final class JournalledRouter implements Router {
        private final Router router;

        JournalledRouter(Router router) {
            this.router = router;
        }

        @Override
        public Optional<RouteStatus> observe(RouteKey key) {
            return router.observe(key);
        }

        @Override
        public void write(RouteKey key, Route wanted, Fence fence) {
            Optional<Route> before = observe(key).map(RouteStatus::written);
            router.write(key, wanted, fence);
            if (!before.equals(Optional.of(wanted))) {
                lines.add("route " + key + " " + wanted.weights());
            }
        }

        @Override
        public void remove(RouteKey key, Fence fence) {
            boolean there = observe(key).isPresent();
            router.remove(key, fence);
            if (there) {
                lines.add("remove route " + key);
            }
        }
    }

    private final class JournalledConfigStore implements ConfigStore {
        private final ConfigStore configs;

        JournalledConfigStore(ConfigStore configs) {
            this.configs = configs;
        }

        @Override
        public void publish(String namespace, ConfigRevision revision, Fence fence) {
            boolean there = read(namespace, revision.id()).isPresent();
            configs.publish(namespace, revision, fence);
            if (!there) {
                lines.add("publish " + namespace + " " + revision.service() + " " + revision.id());
            }
        }

        @Override
        public Optional<ConfigRevision> read(String namespace, Digest id) {
            return configs.read(namespace, id);
        }

        @Override
        public List<Digest> history(String namespace, Name service) {
            return configs.history(namespace, service);
        }
    }
}
