package io.jenkins.plugins.servicedelivery.adapter.simulated;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object as the simulated cluster has it.
 *
 * @param body in canonical form, see {@link ObjectLayout#canonical}
 */
record StoredObject(SortedMap<String, String> labels, SortedMap<String, Object> body) {
    StoredObject {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        body = ObjectLayout.canonical(body);
    }

    /** Whether we made it. */
    boolean isOurs() {
        return ObjectLayout.MANAGER.equals(labels.get(ObjectLayout.MANAGED_BY));
    }

    /** The same object with another body, as somebody's hand would leave it. */
    StoredObject edited(Map<String, ?> changed) {
        return new StoredObject(labels, ObjectLayout.canonical(changed));
    }
}
