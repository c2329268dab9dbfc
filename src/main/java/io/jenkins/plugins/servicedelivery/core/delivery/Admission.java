package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.ClaimGuard;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether an operation may begin, and writes its record before any effect. An open operation on the same thing
 * is adopted, one on an overlapping thing stands in the way and is named.
 */
public final class Admission {
    private final RecordStore records;
    private final ClaimGuard claims;
    private final Timekeeper time;

    public Admission(RecordStore records, ClaimGuard claims, Timekeeper time) {
        this.records = records;
        this.claims = claims;
        this.time = time;
    }

    /** What is asked for: everything of a record but what the store and the clock give. */
    public record Request<P extends Plan, S extends State>(
            RecordKey key, String kind, P plan, S initial, String startedBy, Duration abandonAfter) {}

    /**
     * The open operation that already does what is asked: same key (whatever the attempt) and open. Look here
     * before planning, because a plan is made from what is observed, and an open operation has changed that already.
     */
    public Optional<Record<?, ?>> open(RecordKey key) {
        return attempts(key).stream().filter(record -> record.state().isOpen()).findFirst();
    }

    /**
     * Takes the claims and writes the record of a new operation; a second attempt at the same thing gets a key that ends
     * with {@code .2}, and so on. The claims stay held; the loop renews them.
     *
     * @throws RefusedException where an open operation needs one of the claims, or somebody holds one
     */
    public <P extends Plan, S extends State> Record<P, S> begin(Request<P, S> asked) {
        refuseWhereOthersAreOpen(asked);
        String tried = "Starting " + asked.key();
        RecordKey key = nextAttempt(asked.key());
        if (claims.hold(asked.plan().claims(), key).isEmpty()) {
            throw claims.refusal(tried, asked.plan().claims());
        }
        Record<P, S> record;
        try {
            record = written(asked, key);
        } catch (RuntimeException e) {
            giveBack(asked.plan().claims(), key, e);
            throw e;
        }
        records.append(key, new Evidence(time.now(), "transition", "started by " + asked.startedBy()));
        return record;
    }

    /** A record that was written between the look and the claim is found now, under the claim. */
    private <P extends Plan, S extends State> Record<P, S> written(Request<P, S> asked, RecordKey key) {
        refuseWhereOthersAreOpen(asked);
        return records.create(new Record<>(
                key,
                asked.kind(),
                asked.plan(),
                asked.initial(),
                Optional.empty(),
                asked.startedBy(),
                time.now(),
                time.now(),
                asked.abandonAfter(),
                ""));
    }

    /** Without a record nobody would ever do so, and a process that lives long would keep the claims from itself. */
    private void giveBack(List<String> names, RecordKey key, RuntimeException reason) {
        try {
            claims.giveBack(names, key);
        } catch (DeliveryException e) {
            reason.addSuppressed(e);
        }
    }

    private void refuseWhereOthersAreOpen(Request<?, ?> asked) {
        for (Record<?, ?> other : records.list()) {
            boolean overlaps =
                    !Collections.disjoint(other.plan().claims(), asked.plan().claims());
            if (overlaps && other.state().isOpen()) {
                throw new RefusedException(
                        "Starting " + asked.key(),
                        other.key() + ", started by " + other.startedBy() + ", is open ("
                                + other.state().phrase() + ")",
                        "Let it go on, roll it back, or wait until the caretaker has ended it.");
            }
        }
    }

    private RecordKey nextAttempt(RecordKey key) {
        return key.attempt(attempts(key).size() + 1);
    }

    private List<Record<?, ?>> attempts(RecordKey key) {
        return records.list().stream()
                .<Record<?, ?>>map(record -> record)
                .filter(record -> record.key().isAttemptAt(key))
                .toList();
    }
}
