package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import java.io.Serial;
import java.io.Serializable;

/** Where the record of an operation is: on which cluster, under which key. All that a step remembers of it. */
public final class OperationRef implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String cluster;
    private final String key;

    public OperationRef(String cluster, RecordKey key) {
        this.cluster = cluster;
        this.key = key.value();
    }

    /** The name of the cluster in the settings. */
    public String cluster() {
        return cluster;
    }

    public RecordKey key() {
        return new RecordKey(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OperationRef ref && ref.cluster.equals(cluster) && ref.key.equals(key);
    }

    @Override
    public int hashCode() {
        return cluster.hashCode() * 31 + key.hashCode();
    }

    @Override
    public String toString() {
        return key + " on " + cluster;
    }
}
