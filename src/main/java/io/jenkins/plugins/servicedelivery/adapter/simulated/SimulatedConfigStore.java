package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;

/** The configuration revisions of the simulated cluster; they go with their namespace. */
final class SimulatedConfigStore implements ConfigStore {
    private final SimulatedWorld world;

    SimulatedConfigStore(SimulatedWorld world) {
        this.world = world;
    }

    @Override
    public void publish(String namespace, ConfigRevision revision, Fence fence) {
        String tried = "Publishing the configuration of " + revision.service() + " in " + namespace;
        world.change(now -> {
            now.fence(fence, tried);
            SimulatedNamespace there = Guard.writable(now, namespace, tried);
            if (!there.configurations().contains(revision)) {
                now.namespaces().put(namespace, there.with(revision));
                now.wrote(namespace);
            }
            return null;
        });
    }

    @Override
    public Optional<ConfigRevision> read(String namespace, Digest id) {
        return world.read(now -> now.namespace(namespace).configurations().stream()
                .filter(revision -> revision.id().equals(id))
                .findFirst());
    }

    @Override
    public List<Digest> history(String namespace, Name service) {
        return world.read(now -> now.namespace(namespace).configurations().stream()
                .filter(revision -> revision.service().equals(service))
                .map(ConfigRevision::id)
                .toList());
    }
}
