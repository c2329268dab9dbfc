package io.jenkins.plugins.servicedelivery.core.environment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object as a {@link Renderer} wants it in a namespace.
 *
 * @param body everything but kind, name and labels, as maps, lists, texts, numbers and booleans
 */
public record ClusterObject(ObjectRef ref, SortedMap<String, String> labels, Map<String, Object> body) {
    public ClusterObject {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        body = Map.copyOf(body);
    }
}
