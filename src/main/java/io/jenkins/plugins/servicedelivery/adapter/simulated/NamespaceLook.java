package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView.Presence;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one look at a namespace of the simulated cluster shows. */
final class NamespaceLook {
    private NamespaceLook() {}

    static NamespaceView at(Optional<SimulatedNamespace> namespace, Instant now) {
        return namespace
                .map(there -> present(there, now))
                .orElseGet(() -> new NamespaceView(
                        Presence.ABSENT, Optional.empty(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>()));
    }

    private static NamespaceView present(SimulatedNamespace there, Instant now) {
        SortedSet<ObjectRef> ours = new TreeSet<>();
        SortedMap<String, LiveVersion> versions = new TreeMap<>();
        there.objects().forEach((ref, object) -> {
            if (object.isOurs()) {
                ours.add(ref);
                if (ref.kind().equals(ObjectLayout.WORKLOAD)) {
                    versions.put(ref.name(), version(there, ref.name(), object, now));
                }
            }
        });
        return new NamespaceView(
                there.isTerminating() ? Presence.TERMINATING : Presence.PRESENT,
                there.owner(),
                ours,
                versions,
                there.stable());
    }

    private static LiveVersion version(SimulatedNamespace there, String name, StoredObject object, Instant now) {
        Workload workload = there.workloads().get(name);
        return new LiveVersion(
                name,
                Name.of(object.labels().get(ObjectLayout.LABEL_SERVICE)),
                ObjectLayout.image(object),
                Digest.parse(ObjectLayout.text(object, ObjectLayout.REVISION)),
                there.object(ObjectLayout.SERVICE, name)
                        .map(ObjectLayout::ports)
                        .orElse(List.of()),
                ObjectLayout.replicas(object),
                workload.ready(now),
                workload.hindrance(now));
    }
}
