package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of the simulated cluster. */
final class SimulatedRecordStore implements RecordStore {
    private final SimulatedWorld world;

    SimulatedRecordStore(SimulatedWorld world) {
        this.world = world;
    }

    @Override
    public Optional<Record<?, ?>> read(RecordKey key) {
        return world.read(now -> Optional.ofNullable(now.records().get(key)).map(StoredRecord::record));
    }

    @Override
    public List<Record<?, ?>> list() {
        return world.read(now -> {
            List<Record<?, ?>> all = new ArrayList<>();
            now.records().values().forEach(stored -> all.add(stored.record()));
            return all;
        });
    }

    @Override
    public <P extends Plan, S extends State> Record<P, S> create(Record<P, S> fresh) {
        return world.change(now -> {
            if (now.records().containsKey(fresh.key())) {
                throw new ConflictException("Creating the record " + fresh.key(), "there is one", "Read it.");
            }
            return put(now, fresh, new StoredRecord(fresh, List.of()));
        });
    }

    @Override
    public <P extends Plan, S extends State> Record<P, S> update(Record<P, S> changed) {
        return world.change(now -> {
            StoredRecord stored = existing(now, changed.key(), "Updating");
            if (!stored.record().version().equals(changed.version())) {
                throw new ConflictException(
                        "Updating the record " + changed.key(), "somebody else wrote it meanwhile", "Read it again.");
            }
            return put(now, changed, stored);
        });
    }

    @Override
    public void append(RecordKey key, Evidence evidence) {
        world.change(now -> {
            StoredRecord stored = existing(now, key, "Adding to the story of");
            now.nextRevision();
            return now.records().put(key, stored.with(evidence));
        });
    }

    @Override
    public List<Evidence> evidence(RecordKey key) {
        return world.read(now -> Optional.ofNullable(now.records().get(key))
                .map(StoredRecord::story)
                .orElse(List.of()));
    }

    private static <P extends Plan, S extends State> Record<P, S> put(
            World now, Record<P, S> record, StoredRecord before) {
        Record<P, S> stored = record.stored(now.nextRevision());
        now.records().put(record.key(), before.with(stored));
        return stored;
    }

    private static StoredRecord existing(World now, RecordKey key, String verb) {
        StoredRecord stored = now.records().get(key);
        if (stored == null) {
            throw new FailedException(
                    verb + " the record " + key, "there is none", "List the records with \"status\".");
        }
        return stored;
    }
}
