package io.jenkins.plugins.servicedelivery.core.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of an operation, in the cluster's control namespace: the frozen plan, the state, who drives it and what
 * a person asked of it. Written only by compare-and-set on {@link #version}.
 *
 * @param kind which operation this is, for example {@code release}
 * @param version what the store gave it; empty before it is first written
 * @param startedBy the person, run or command that asked for it
 * @param abandonAfter how long its claim may stay unrenewed, beyond the claim's own term, before a caretaker steps in
 */
public record Record<P extends Plan, S extends State>(
        RecordKey key,
        String kind,
        P plan,
        S state,
        Optional<Signal> signal,
        String startedBy,
        Instant created,
        Instant updated,
        Duration abandonAfter,
        String version) {
    /** The layout of the record; a reader that meets a higher number may show the record but never write it. */
    public static final int SCHEMA = 1;

    /** The same record in another state, the signal consumed or not as given. */
    public Record<P, S> in(S next, Optional<Signal> remaining, Instant now) {
        return new Record<>(key, kind, plan, next, remaining, startedBy, created, now, abandonAfter, version);
    }

    /** The same record with a signal. */
    public Record<P, S> asked(Signal asked) {
        return new Record<>(
                key, kind, plan, state, Optional.of(asked), startedBy, created, updated, abandonAfter, version);
    }

    /** The same record as the store has it under this version. */
    public Record<P, S> stored(String asVersion) {
        return new Record<>(key, kind, plan, state, signal, startedBy, created, updated, abandonAfter, asVersion);
    }
}
