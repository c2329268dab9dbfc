package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of the catalog: the keys of a product line and their values in layers.
 *
 * @param keys what is known of each key, by key
 */
public record ConfigSet(Name name, Name line, SortedMap<String, KeySchema> keys, List<Values> values) {
    public ConfigSet {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        values = List.copyOf(values);
    }

    /**
     * The values of one layer.
     *
     * @param environment set in the layers ENVIRONMENT and LANE only
     * @param service the one service that these values are for; empty where they are for all
     */
    public record Values(
            Layer layer, Optional<Name> environment, Optional<Name> service, SortedMap<String, Written> entries) {}

    /** A value as it stands in a file. */
    public record Written(String text, Place place) {}
}
