package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fingerprint;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The configuration of one service in one environment, immutable: its id is a function of the service and the values,
 * so the same values are the same revision.
 */
public record ConfigRevision(Digest id, Name service, SortedMap<String, String> values) {
    public ConfigRevision {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        if (!id.equals(idOf(service, values))) {
            throw new IllegalArgumentException("the id " + id + " does not belong to these values of " + service);
        }
    }

    /** The revision that these values are. */
    public static ConfigRevision of(Name service, SortedMap<String, String> values) {
        return new ConfigRevision(idOf(service, values), service, values);
    }

    /** Without the values: whatever prints a revision, or something that has one, prints no value. */
    @Override
    public String toString() {
        return "ConfigRevision[" + id + " of " + service + "]";
    }

    private static Digest idOf(Name service, SortedMap<String, String> values) {
        return Fingerprint.of("configuration")
                .add("service", service.value())
                .add("values", values)
                .digest();
    }
}
