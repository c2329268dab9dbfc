package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.ClaimGuard;
import io.jenkins.plugins.servicedelivery.core.operation.Operation;
import io.jenkins.plugins.servicedelivery.core.operation.OperationLoop;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;

/** Drives the operation of any record with the one loop, for one holder of claims. */
public final class Driver {
    private final RecordStore records;
    private final Operations operations;
    private final OperationLoop loop;
    private final Duration patience;

    /**
     * A driver.
     *
     * @param patience how long a cluster that does not answer, or another's claim, is waited for
     */
    public Driver(RecordStore records, Operations operations, ClaimGuard claims, Timekeeper time, Duration patience) {
        this.records = records;
        this.operations = operations;
        this.loop = new OperationLoop(records, claims, time);
        this.patience = patience;
    }

    /** Ticks the operation once; for callers that must not block between ticks. */
    public Progress<?, ?> tick(RecordKey key) {
        return tick(key, operationOf(key));
    }

    /** Ticks until the operation is settled and returns its record; see {@link OperationLoop#drive}. */
    public Record<?, ?> drive(RecordKey key, ProgressListener listener) throws InterruptedException {
        return drive(key, operationOf(key), listener);
    }

    /** Carries an errand out, waiting for every operation that it has to drive. */
    public <R> R run(Errand<R> errand, ProgressListener listener) throws InterruptedException {
        while (true) {
            Errand.Next<R> next = errand.begin();
            if (next instanceof Errand.Next.Nothing<R> nothing) {
                return nothing.outcome();
            }
            if (next instanceof Errand.Next.Own<R> own) {
                return errand.outcome(drive(own.key(), listener));
            }
            drive(((Errand.Next.First<R>) next).key(), listener);
        }
    }

    private Operation<?, ?, ?, ?, ?> operationOf(RecordKey key) {
        return operations.of(records.read(key)
                .orElseThrow(() -> new FailedException(
                        "Driving " + key, "there is no such record", "List the records with \"status\".")));
    }

    private <P extends Plan, S extends State, O, T, E> Progress<P, S> tick(
            RecordKey key, Operation<P, S, O, T, E> operation) {
        return loop.tick(key, operation);
    }

    private <P extends Plan, S extends State, O, T, E> Record<P, S> drive(
            RecordKey key, Operation<P, S, O, T, E> operation, ProgressListener listener) throws InterruptedException {
        return loop.drive(key, operation, listener, patience);
    }
}
