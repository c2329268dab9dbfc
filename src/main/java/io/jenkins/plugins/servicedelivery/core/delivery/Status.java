package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import java.util.List;
import java.util.Optional;

/** What runs where and what is going on. Reads only. */
public final class Status {
    private final ClusterPorts ports;

    public Status(ClusterPorts ports) {
        this.ports = ports;
    }

    /** An environment and its services, in the order of their names. */
    public record OfEnvironment(Environment environment, NamespaceView.Presence presence, List<OfService> services) {}

    /**
     * A service in an environment.
     *
     * @param stable the version that the stable Service selects; empty where the service is not there
     * @param route how its requests are divided; empty where there is no route
     * @param others versions of it that are there beside the stable one
     */
    public record OfService(
            Name service, Optional<LiveVersion> stable, Optional<Route> route, List<LiveVersion> others) {}

    /** An operation with its story. */
    public record OfOperation(Record<?, ?> record, List<Evidence> story) {}

    /** Every environment of a product line, in the order of their names. */
    public List<OfEnvironment> environments(Catalog catalog, Name line) {
        return catalog.environments(line).values().stream()
                .map(environment -> environment(catalog, environment))
                .toList();
    }

    /** One environment. */
    public OfEnvironment environment(Catalog catalog, Environment environment) {
        NamespaceView view = ports.cluster().observe(environment.namespace());
        List<OfService> services = catalog.line(environment.line()).services().keySet().stream()
                .filter(environment::has)
                .map(service -> service(environment, view, service))
                .toList();
        return new OfEnvironment(environment, view.presence(), services);
    }

    /** All operations that are recorded, sorted by key. */
    public List<Record<?, ?>> operations() {
        return ports.records().list();
    }

    /** One operation with its story; throws {@link FailedException} with the nearest key where there is none. */
    public OfOperation operation(RecordKey key) {
        Record<?, ?> record = ports.records()
                .read(key)
                .orElseThrow(() -> new FailedException(
                        "Looking up the operation " + key,
                        "there is no record of it",
                        Suggestion.didYouMean(
                                key.value(),
                                operations().stream()
                                        .map(known -> known.key().value())
                                        .toList())));
        return new OfOperation(record, ports.records().evidence(key));
    }

    private OfService service(Environment environment, NamespaceView view, Name service) {
        Optional<LiveVersion> stable = view.stableVersion(service);
        List<LiveVersion> others = view.versions().values().stream()
                .filter(version -> version.service().equals(service))
                .filter(version -> stable.isEmpty() || !stable.get().name().equals(version.name()))
                .toList();
        Optional<Route> route = ports.router()
                .observe(new RouteKey(environment.namespace(), service))
                .map(RouteStatus::written);
        return new OfService(service, stable, route, others);
    }
}
