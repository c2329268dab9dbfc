package io.jenkins.plugins.servicedelivery.core.operation;

import java.util.List;
import java.util.Optional;

/**
 * Port: keeps the records of operations. Called by the loop, the caretaker and views, from any thread; may block for one
 * round trip. Throws {@link io.jenkins.plugins.servicedelivery.core.shared.UnavailableException} where the cluster does
 * not answer.
 */
public interface RecordStore {
    /** The record of this key, empty where there is none. */
    Optional<Record<?, ?>> read(RecordKey key);

    /** All records, sorted by key. */
    List<Record<?, ?>> list();

    /**
     * Writes a record that is not there yet and returns it with its version.
     *
     * @throws io.jenkins.plugins.servicedelivery.core.shared.ConflictException where one of this key exists
     */
    <P extends Plan, S extends State> Record<P, S> create(Record<P, S> fresh);

    /**
     * Replaces the record if the store still has the version that it carries, and returns it with its new version.
     *
     * @throws io.jenkins.plugins.servicedelivery.core.shared.ConflictException where the store has another version
     */
    <P extends Plan, S extends State> Record<P, S> update(Record<P, S> changed);

    /** Adds to the operation's story. Appending the same evidence twice keeps both. */
    void append(RecordKey key, Evidence evidence);

    /** The operation's story, oldest first. */
    List<Evidence> evidence(RecordKey key);
}
