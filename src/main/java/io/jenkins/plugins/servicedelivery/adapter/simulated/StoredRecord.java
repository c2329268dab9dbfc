package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import java.util.ArrayList;
import java.util.List;

/** A record and its story as the simulated cluster keeps them. */
record StoredRecord(Record<?, ?> record, List<Evidence> story) {
    StoredRecord {
        story = List.copyOf(story);
    }

    /** The same story with another line. */
    StoredRecord with(Evidence evidence) {
        List<Evidence> longer = new ArrayList<>(story);
        longer.add(evidence);
        return new StoredRecord(record, longer);
    }

    /** The same story of the changed record. */
    StoredRecord with(Record<?, ?> changed) {
        return new StoredRecord(changed, story);
    }
}
