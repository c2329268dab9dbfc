package io.jenkins.plugins.servicedelivery.core.operation;

import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.FencedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one loop that drives every operation: claim, read the record, observe, classify, decide, record, act. A tick takes
 * at most one transition and may be repeated after a crash at any point, because a state is recorded before its effects,
 * effects are idempotent, and a state whose effects the world does not show is enforced again.
 */
public final class OperationLoop {
    private final RecordStore records;
    private final ClaimGuard claims;
    private final Timekeeper time;

    public OperationLoop(RecordStore records, ClaimGuard claims, Timekeeper time) {
        this.records = records;
        this.claims = claims;
        this.time = time;
    }

    /**
     * Takes the operation at most one transition further.
     *
     * @throws FencedException where another holder has taken a claim over; the caller must stop driving
     */
    public <P extends Plan, S extends State, O, T, E> Progress<P, S> tick(
            RecordKey key, Operation<P, S, O, T, E> operation) {
        Record<P, S> record = read(key);
        if (record.state().isTerminal()) {
            return settled(record);
        }
        Optional<Fences> fences = claims.hold(record.plan().claims(), key);
        if (fences.isEmpty()) {
            return new Progress.Blocked<>(record);
        }
        try {
            // read again under the claim: whoever had it before may have moved the record on
            return carryOut(read(key), operation, fences.get());
        } catch (FencedException e) {
            throw e;
        } catch (DeliveryException e) {
            return e.isRetryable() ? new Progress.Hindered<>(record, e) : broken(read(key), operation, fences.get(), e);
        }
    }

    /**
     * Ticks until the operation is settled, and returns the record then.
     *
     * @param patience how long hindrances in a row are borne before the last one is thrown
     * @throws DeliveryException the refusal where another holds a claim, or the hindrance that lasted too long
     * @throws InterruptedException when interrupted while waiting; the record says how far it came
     */
    public <P extends Plan, S extends State, O, T, E> Record<P, S> drive(
            RecordKey key, Operation<P, S, O, T, E> operation, ProgressListener listener, Duration patience)
            throws InterruptedException {
        Pacing pacing = new Pacing(time, patience);
        while (true) {
            Progress<P, S> progress = tick(key, operation);
            listener.onProgress(progress);
            if (progress instanceof Progress.Settled) {
                return progress.record();
            }
            if (progress instanceof Progress.Blocked && !pacing.mayStillWait()) {
                throw claims.refusal("Driving " + key, progress.record().plan().claims());
            }
            time.pause(pacing.after(progress));
        }
    }

    private <P extends Plan, S extends State, O, T, E> Progress<P, S> carryOut(
            Record<P, S> record, Operation<P, S, O, T, E> operation, Fences fences) {
        Instant now = time.now();
        O observation = operation.observe(record.plan(), record.state(), now);
        T situation = operation.classify(record.plan(), record.state(), observation, record.signal(), now);
        Decision<S> decision =
                operation.next(record.plan(), record.state(), situation, observation, record.signal(), now);
        return follow(decision, record, operation, fences);
    }

    private <P extends Plan, S extends State, O, T, E> Progress<P, S> follow(
            Decision<S> decision, Record<P, S> record, Operation<P, S, O, T, E> operation, Fences fences) {
        if (decision instanceof Decision.Advance<S> advance) {
            return advance(advance, record, operation, fences);
        }
        if (decision instanceof Decision.Enforce<S> enforce) {
            records.append(record.key(), new Evidence(time.now(), "enforced", enforce.why()));
            act(record, operation, fences);
            return new Progress.Enforced<>(record, enforce.why());
        }
        if (record.state().isSettled()) {
            return settled(record);
        }
        Decision.Await<S> await = (Decision.Await<S>) decision;
        return new Progress.Waiting<>(record, await.atMost(), await.why());
    }

    private <P extends Plan, S extends State, O, T, E> Progress<P, S> advance(
            Decision.Advance<S> advance, Record<P, S> record, Operation<P, S, O, T, E> operation, Fences fences) {
        Optional<Signal> remaining = advance.answersSignal()
                ? Optional.empty()
                : record.signal().filter(signal -> operation.accepts(advance.to(), signal.kind()));
        Record<P, S> moved = records.update(record.in(advance.to(), remaining, time.now()));
        String story = record.state().phrase() + " -> " + advance.to().phrase() + ": " + advance.why();
        records.append(record.key(), new Evidence(time.now(), "transition", story));
        act(moved, operation, fences);
        return new Progress.Moved<>(moved, advance.why());
    }

    private <P extends Plan, S extends State, O, T, E> Progress<P, S> broken(
            Record<P, S> record, Operation<P, S, O, T, E> operation, Fences fences, DeliveryException failure) {
        records.append(record.key(), new Evidence(time.now(), "failure", failure.getMessage()));
        Decision<S> decision = operation.onFailure(record.plan(), record.state(), failure, time.now());
        try {
            return decision instanceof Decision.Advance<S> advance
                    ? advance(advance, record, operation, fences)
                    : new Progress.Hindered<>(record, failure);
        } catch (FencedException e) {
            throw e;
        } catch (DeliveryException e) {
            return new Progress.Hindered<>(record, e);
        }
    }

    private <P extends Plan, S extends State> Progress<P, S> settled(Record<P, S> record) {
        claims.giveBack(record.plan().claims(), record.key());
        return new Progress.Settled<>(record);
    }

    private <P extends Plan, S extends State, O, T, E> void act(
            Record<P, S> record, Operation<P, S, O, T, E> operation, Fences fences) {
        List<E> effects = operation.effects(record.plan(), record.state());
        for (E effect : effects) {
            operation.perform(record.plan(), effect, fences);
        }
    }

    /** The record as this operation's types; the key says which kind it is, so a wrong one is a mistake of the caller. */
    @SuppressWarnings("unchecked") // the store gives back what was created under the key
    private <P extends Plan, S extends State> Record<P, S> read(RecordKey key) {
        return (Record<P, S>) records.read(key)
                .orElseThrow(() -> new FailedException(
                        "Reading the record " + key, "there is none", "List the records with \"status\"."));
    }
}
