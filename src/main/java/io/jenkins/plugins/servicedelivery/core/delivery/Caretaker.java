package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.ClaimGuard;
import io.jenkins.plugins.servicedelivery.core.operation.ProgressListener;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what is due when nobody drives an operation: the end of a keep window, a rollback that was asked for after
 * promotion, an operation whose driver has vanished. It never takes an operation forward: an abandoned one is told to
 * roll back. Run it again and again; a duty that could not be done now is found again next time.
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
        ABANDONED
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
        for (Record<?, ?> record : records.list()) {
            Optional<Duty> duty = dutyFor(record);
            if (duty.isPresent()) {
                done.add(attend(record, duty.get(), listener));
            }
        }
        return done;
    }

    /** Whether and why this record needs the caretaker now. */
    public Optional<Duty> dutyFor(Record<?, ?> record) {
        if (record.state().isTerminal()) {
            return Optional.empty();
        }
        if (!record.state().isSettled()) {
            boolean abandoned = claims.isAbandoned(record.plan().claims(), record.abandonAfter());
            return abandoned ? Optional.of(Duty.ABANDONED) : Optional.empty();
        }
        // to resume means to give the candidate more: whoever asked for that drives it
        if (record.signal()
                .filter(signal -> signal.kind() != Signal.Kind.RESUME)
                .isPresent()) {
            return Optional.of(Duty.ASKED);
        }
        return record.state().dueAt().filter(due -> !due.isAfter(time.now())).map(due -> Duty.DUE);
    }

    private Done attend(Record<?, ?> record, Duty duty, ProgressListener listener) throws InterruptedException {
        try {
            if (duty == Duty.ABANDONED) {
                abandon(record);
            }
            return new Done(driver.drive(record.key(), listener), duty, Optional.empty());
        } catch (DeliveryException e) {
            return new Done(record, duty, Optional.of(e));
        }
    }

    /** An operation that cannot be rolled back any more (it is rolling back already) is only driven to its end. */
    private void abandon(Record<?, ?> record) {
        if (signals.isAccepted(record, Signal.Kind.ROLLBACK)) {
            signals.ask(
                    record.key(), Signal.Kind.ROLLBACK, "caretaker", "nobody has driven it since " + record.updated());
        }
    }
}
