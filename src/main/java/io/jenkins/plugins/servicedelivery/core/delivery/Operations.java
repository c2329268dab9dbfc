package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentOperation;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleOperation;
import io.jenkins.plugins.servicedelivery.core.operation.Operation;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseOperation;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every kind of operation on one cluster, so that whoever meets a record can drive it without knowing its kind. */
public final class Operations {
    private final Map<String, Operation<?, ?, ?, ?, ?>> byKind = new TreeMap<>();

    /** These operations, one of each kind. */
    public Operations(List<Operation<?, ?, ?, ?, ?>> operations) {
        operations.forEach(operation -> byKind.put(operation.kind(), operation));
    }

    /** Every kind that the product knows, on this cluster. */
    public static Operations on(ClusterPorts ports) {
        return new Operations(List.of(
                new EnvironmentOperation(ports.cluster(), ports.renderer(), ports.router(), ports.configs()),
                new RecycleOperation(ports.cluster(), ports.router()),
                new ReleaseOperation(
                        ports.cluster(), ports.renderer(), ports.router(), ports.configs(), ports.metrics())));
    }

    /**
     * The operation that drives this record.
     *
     * @throws RefusedException where the record is of a kind that this version of the product does not know
     */
    public Operation<?, ?, ?, ?, ?> of(Record<?, ?> record) {
        Operation<?, ?, ?, ?, ?> operation = byKind.get(record.kind());
        if (operation == null) {
            throw new RefusedException(
                    "Driving " + record.key(),
                    "it is an operation of the unknown kind \"" + record.kind() + "\"",
                    "Use the version of the product that started it. "
                            + Suggestion.didYouMean(record.kind(), byKind.keySet()));
        }
        return operation;
    }
}
