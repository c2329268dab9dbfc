package io.jenkins.plugins.servicedelivery.adapter.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record and its story as the simulated cluster keeps them.
 *
 * @param encoded the record as it stands in the file; empty in memory
 */
record StoredRecord(Record<?, ?> record, Optional<JsonNode> encoded, List<Evidence> story) {
    StoredRecord {
        story = List.copyOf(story);
    }

    /** The same record with one more line in its story. */
    StoredRecord with(Evidence evidence) {
        List<Evidence> longer = new ArrayList<>(story);
        longer.add(evidence);
        return new StoredRecord(record, encoded, longer);
    }
}
