package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** Ends the releases of some services that only keep their old version, one after the other. */
final class Supersession {
    private final ClusterControl control;
    private final String by;
    private final String reason;
    private final Deque<Record<?, ?>> left = new ArrayDeque<>();
    private boolean any;

    Supersession(ClusterControl control, String namespace, Collection<Name> services, String by, String reason) {
        this.control = control;
        this.by = by;
        this.reason = reason;
        ReleaseRuns runs = new ReleaseRuns(control);
        services.forEach(service -> left.addAll(runs.unfinished(namespace, service)));
    }

    /** Tells the next of them that it is superseded; it has to be driven until it is settled. Empty after the last one. */
    Optional<RecordKey> next() {
        while (!left.isEmpty()) {
            Record<?, ?> earlier = left.remove();
            if (control.signals().isAccepted(earlier, Signal.Kind.SUPERSEDE)) {
                control.signals().ask(earlier.key(), Signal.Kind.SUPERSEDE, by, reason);
                any = true;
                return Optional.of(earlier.key());
            }
        }
        return Optional.empty();
    }

    /** Whether there was one. */
    boolean hasEndedAny() {
        return any;
    }
}
