package io.jenkins.plugins.servicedelivery.adapter.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordCodec;
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
    private final Optional<RecordCodec> codec;

    /** The store; without a codec (in memory only) records are kept as they are. */
    SimulatedRecordStore(SimulatedWorld world, Optional<RecordCodec> codec) {
        this.world = world;
        this.codec = codec;
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
            return put(now, fresh, List.of());
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
            return put(now, changed, stored.story());
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

    private <P extends Plan, S extends State> Record<P, S> put(World now, Record<P, S> record, List<Evidence> story) {
        Record<P, S> stored = record.stored(now.nextRevision());
        Optional<JsonNode> encoded = codec.map(known -> known.encode(stored));
        now.records().put(record.key(), new StoredRecord(decoded(stored, encoded), encoded, story));
        return stored;
    }

    /** What a reader gets is what the codec makes of it, so that nothing that cannot be kept seems to be kept. */
    private Record<?, ?> decoded(Record<?, ?> stored, Optional<JsonNode> encoded) {
        return encoded.isPresent() ? codec.orElseThrow().decode(stored.key(), encoded.get(), stored.version()) : stored;
    }

    private static StoredRecord existing(World now, RecordKey key, String verb) {
        StoredRecord stored = now.records().get(key);
        if (stored == null) {
            throw new FailedException(
                    verb + " the record " + key, "there is none", "List the records with \"status\".");
        }
        RecordCodec.requireWritable(stored.record());
        return stored;
    }
}
