package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.ClaimGuard;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what is due when nobody drives an operation: the end of a keep window, a rollback that was asked for after
 * promotion, an operation whose driver has vanished. It never takes an operation forward: an abandoned one is told to
 * roll back, an aborted one is on its way back already. Run it again and again; a duty that could not be done now is
 * found again next time.
 */
public final class Caretaker {
    private final RecordStore records;
    private final Signals signals;
    private final ClaimGuard claims;
    private final Driver driver;
    private final Timekeeper time;

    public Caretaker(RecordStore records, Signals signals, ClaimGuard claims, Driver driver, Timekeeper time) {
        this.records = records;
        this.signals = signals;
        this.claims = claims;
        this.driver = driver;
        this.time = time;
    }

    /** Why a record needs the caretaker. */
    public enum Duty {
        /** A settled operation's time has come. */
        DUE,
        /** Somebody asked something of a settled operation, and nobody drives it. */
        ASKED,
        /** Nobody has renewed the claims of an open operation for its term and grace. */
        ABANDONED,
        /** An operation is to go back, or is on its way back, and nobody has renewed its claims for their term. */
        ABORTED
    }

    /**
     * What became of one duty.
     *
     * @param failure why it could not be done this time; empty where it was done
     */
    public record Done(Record<?, ?> record, Duty duty, Optional<DeliveryException> failure) {}

    /**
     * Does everything that is due now. One duty that fails does not keep the others from being done. Whether an operation
     * is abandoned can only be told by having seen its claim unchanged for the claim's whole term: the first look of a
     * caretaker never finds one, a look that is a term later may.
     */
    public List<Done> tend(ProgressListener listener) throws InterruptedException {
        List<Done> done = new ArrayList<>();
        for (Chore chore : chores()) {
            attend(chore, listener).ifPresent(done::add);
        }
        return done;
    }

    /** One duty: an operation to be driven until it is settled. */
    public record Chore(Record<?, ?> record, Duty duty) {}

    /**
     * Everything that is due now, for callers that drive it themselves: {@link #prepare} each of them first. What is said
     * of {@link #tend} holds here, too.
     */
    public List<Chore> chores() {
        List<Chore> found = new ArrayList<>();
        for (Record<?, ?> record : records.list()) {
            choreOf(record).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Chore> choreOf(Record<?, ?> record) {
        return dutyFor(record).map(duty -> new Chore(record, duty));
    }

    /** Tells an abandoned operation to roll back, where it can; then it only has to be driven. */
    public void prepare(Chore chore) {
        if (chore.duty() == Duty.ABANDONED) {
            abandon(chore.record());
        }
    }

    /** Whether and why this record needs the caretaker now. */
    public Optional<Duty> dutyFor(Record<?, ?> record) {
        if (record.state().isTerminal()) {
            return Optional.empty();
        }
        if (!record.state().isSettled()) {
            Duty duty = isToGoBack(record) ? Duty.ABORTED : Duty.ABANDONED;
            return claims.isAbandoned(record.plan().claims(), graceOf(record)) ? Optional.of(duty) : Optional.empty();
        }
        // to resume means to give the candidate more: whoever asked for that drives it
        if (record.signal()
                .filter(signal -> signal.kind() != Signal.Kind.RESUME)
                .isPresent()) {
            return Optional.of(Duty.ASKED);
        }
        return record.state().dueAt().filter(due -> !due.isAfter(time.now())).map(due -> Duty.DUE);
    }

    /**
     * Whether this record may turn out to need the caretaker when its claims have been looked at now and again a term
     * later; for callers that look only now and then.
     */
    public boolean isSuspect(Record<?, ?> record) {
        return !record.state().isSettled()
                && !record.updated().plus(graceOf(record)).isAfter(time.now());
    }

    private static Duration graceOf(Record<?, ?> record) {
        return isToGoBack(record) ? Duration.ZERO : record.abandonAfter();
    }

    private static boolean isToGoBack(Record<?, ?> record) {
        return record.state().isGoingBack()
                || record.signal()
                        .filter(signal -> signal.kind() == Signal.Kind.ROLLBACK)
                        .isPresent();
    }

    /** Does what is still to be done: those before it may have taken long, and somebody may drive it again by now. */
    private Optional<Done> attend(Chore found, ProgressListener listener) throws InterruptedException {
        try {
            Optional<Chore> chore = records.read(found.record().key()).flatMap(this::choreOf);
            return chore.isPresent() ? Optional.of(done(chore.get(), listener)) : Optional.empty();
        } catch (DeliveryException e) {
            return Optional.of(new Done(found.record(), found.duty(), Optional.of(e)));
        }
    }

    private Done done(Chore chore, ProgressListener listener) throws InterruptedException {
        prepare(chore);
        return new Done(driver.drive(chore.record().key(), listener), chore.duty(), Optional.empty());
    }

    /** An operation that cannot be rolled back any more (it is rolling back already) is only driven to its end. */
    private void abandon(Record<?, ?> record) {
        if (signals.isAccepted(record, Signal.Kind.ROLLBACK)) {
            signals.ask(
                    record.key(), Signal.Kind.ROLLBACK, "caretaker", "nobody has driven it since " + record.updated());
        }
    }
}
