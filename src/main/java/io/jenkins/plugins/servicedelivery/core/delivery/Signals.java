package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Operation;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.util.Locale;

/** Asks something of a running or settled operation, by writing it into its record; the next tick obeys. */
public final class Signals {
    private static final int MOST_TRIES = 20;

    private final RecordStore records;
    private final Operations operations;
    private final Timekeeper time;

    public Signals(RecordStore records, Operations operations, Timekeeper time) {
        this.records = records;
        this.operations = operations;
        this.time = time;
    }

    /**
     * Writes the signal, whoever drives the operation. The last signal wins.
     *
     * @throws RefusedException where the operation cannot do that in its present state
     */
    public Record<?, ?> ask(RecordKey key, Signal.Kind kind, String by, String reason) {
        for (int tries = 1; ; tries++) {
            try {
                return ask(read(key), new Signal(kind, by, reason, time.now()));
            } catch (ConflictException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Whether the operation can do that in the state that this record shows. */
    public boolean isAccepted(Record<?, ?> record, Signal.Kind kind) {
        return accepts(operations.of(record), record.state(), kind);
    }

    private Record<?, ?> ask(Record<?, ?> record, Signal signal) {
        String word = signal.kind().name().toLowerCase(Locale.ROOT);
        if (!isAccepted(record, signal.kind())) {
            throw new RefusedException(
                    "Asking " + record.key() + " to " + word,
                    "that means nothing while it is \"" + record.state().phrase() + "\"",
                    record.state().isTerminal()
                            ? "It has ended; start a new one."
                            : "See \"status\" for what it is doing.");
        }
        Record<?, ?> asked = records.update(record.asked(signal));
        records.append(record.key(), new Evidence(time.now(), "signal", signal.words(word + " asked for")));
        return asked;
    }

    @SuppressWarnings("unchecked") // the operation of a record's kind drives the states of that kind
    private static <S extends State> boolean accepts(
            Operation<?, S, ?, ?, ?> operation, State state, Signal.Kind kind) {
        return operation.accepts((S) state, kind);
    }

    private Record<?, ?> read(RecordKey key) {
        return records.read(key)
                .orElseThrow(() -> new FailedException(
                        "Reading the record " + key, "there is none", "List the records with \"status\"."));
    }
}
