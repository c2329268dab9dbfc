package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.environment.ClusterObject;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.environment.Renderer;
import io.jenkins.plugins.servicedelivery.core.environment.Version;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects of the simulated cluster; they have the kinds and names that a real one would have, and fewer fields. */
final class SimulatedRenderer implements Renderer {
    @Override
    public List<ClusterObject> version(Ownership owner, Version version, ConfigRevision configuration, int replicas) {
        if (!version.configuration().equals(configuration.id())) {
            throw new IllegalArgumentException(
                    "the configuration " + configuration.id() + " does not belong to " + version.name());
        }
        SortedMap<String, String> labels = labels(owner, version.service(), Optional.of(version.name()));
        return List.of(
                new ClusterObject(
                        new ObjectRef(ObjectLayout.CONFIGURATION, version.name()),
                        labels,
                        Map.of("values", Map.copyOf(configuration.values()))),
                new ClusterObject(
                        new ObjectRef(ObjectLayout.WORKLOAD, version.name()), labels, workload(version, replicas)),
                service(version.name(), labels, version.ports(), version.name()));
    }

    @Override
    public List<ClusterObject> stable(Ownership owner, Name service, List<Port> ports, String version) {
        return List.of(service(service.value(), labels(owner, service, Optional.empty()), ports, version));
    }

    @Override
    public List<ObjectRef> refsOfVersion(String version) {
        return List.of(
                new ObjectRef(ObjectLayout.CONFIGURATION, version),
                new ObjectRef(ObjectLayout.WORKLOAD, version),
                new ObjectRef(ObjectLayout.SERVICE, version));
    }

    @Override
    public List<ObjectRef> refsOfStable(Name service) {
        return List.of(new ObjectRef(ObjectLayout.SERVICE, service.value()));
    }

    private static ClusterObject service(
            String name, SortedMap<String, String> labels, List<Port> ports, String version) {
        return new ClusterObject(
                new ObjectRef(ObjectLayout.SERVICE, name),
                labels,
                Map.of(ObjectLayout.SELECTS, version, ObjectLayout.PORTS, ObjectLayout.ports(ports)));
    }

    private static Map<String, Object> workload(Version version, int replicas) {
        return Map.of(
                ObjectLayout.IMAGE,
                version.image().toString(),
                ObjectLayout.REVISION,
                version.configuration().value(),
                ObjectLayout.PORTS,
                ObjectLayout.ports(version.ports()),
                "probe",
                version.probePath(),
                ObjectLayout.REPLICAS,
                replicas);
    }

    private static SortedMap<String, String> labels(Ownership owner, Name service, Optional<String> version) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put(ObjectLayout.MANAGED_BY, ObjectLayout.MANAGER);
        labels.put(ObjectLayout.LABEL_LINE, owner.line().value());
        labels.put(ObjectLayout.LABEL_ENVIRONMENT, owner.environment().value());
        labels.put(ObjectLayout.LABEL_SERVICE, service.value());
        version.ifPresent(name -> labels.put(ObjectLayout.LABEL_VERSION, name));
        return labels;
    }
}
