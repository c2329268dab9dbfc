package io.jenkins.plugins.servicedelivery.core.operation;

import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A lamp that an operation switches on: the smallest operation there can be, with a world, a record store, a clock and
 * a guard that tests look into.
 */
public final class OperationFixtures {
    public static final RecordKey KEY = new RecordKey("lamp-kitchen");
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** How long a lamp that is on may shine before it is due to be switched off. */
    public static final Duration SHINES_FOR = Duration.ofHours(1);

    private OperationFixtures() {}

    public record LampPlan(String lamp) implements Plan {
        @Override
        public List<String> claims() {
            return List.of(lamp);
        }
    }

    public enum LampState implements State {
        SWITCHING_ON,
        ON,
        SWITCHING_OFF,
        OFF;

        @Override
        public boolean isTerminal() {
            return this == OFF;
        }

        @Override
        public Optional<Instant> dueAt() {
            return this == ON ? Optional.of(START.plus(SHINES_FOR)) : Optional.empty();
        }

        @Override
        public boolean isSettled() {
            return this == ON || this == OFF;
        }

        @Override
        public boolean isGoingBack() {
            return this == SWITCHING_OFF;
        }

        @Override
        public String phrase() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public enum LampSituation {
        SHINES,
        DARK,
        UNWANTED
    }

    /** Switches a lamp; {@code failures} are thrown by the next effects, before (or, where told, after) they happen. */
    public static final class Lamp implements Operation<LampPlan, LampState, Boolean, LampSituation, Boolean> {
        public boolean shines;
        public int switched;
        public Duration patience = Duration.ofSeconds(5);
        public final List<RuntimeException> failuresBefore = new ArrayList<>();
        public final List<Error> crashesAfter = new ArrayList<>();

        @Override
        public String kind() {
            return "lamp";
        }

        @Override
        public Boolean observe(LampPlan plan, LampState state, Instant now) {
            return shines;
        }

        @Override
        public LampSituation classify(
                LampPlan plan, LampState state, Boolean observation, Optional<Signal> signal, Instant now) {
            if (signal.isPresent() && state != LampState.SWITCHING_OFF) {
                return LampSituation.UNWANTED;
            }
            return observation ? LampSituation.SHINES : LampSituation.DARK;
        }

        @Override
        public Decision<LampState> next(
                LampPlan plan,
                LampState state,
                LampSituation situation,
                Boolean observation,
                Optional<Signal> signal,
                Instant now) {
            if (situation == LampSituation.UNWANTED) {
                return Decision.obey(LampState.SWITCHING_OFF, signal.orElseThrow());
            }
            boolean wanted = state == LampState.SWITCHING_ON || state == LampState.ON;
            if (wanted != (situation == LampSituation.SHINES)) {
                return new Decision.Enforce<>("the lamp does not look as it should");
            }
            return switch (state) {
                case SWITCHING_ON -> Decision.advance(LampState.ON, "it shines");
                case SWITCHING_OFF -> Decision.advance(LampState.OFF, "it is dark");
                case ON ->
                    now.isBefore(START.plus(SHINES_FOR))
                            ? new Decision.Await<>(patience, "it may shine")
                            : Decision.advance(LampState.SWITCHING_OFF, "it has shone long enough");
                default -> new Decision.Await<>(patience, "nothing to do");
            };
        }

        @Override
        public List<Boolean> effects(LampPlan plan, LampState state) {
            return List.of(state == LampState.SWITCHING_ON || state == LampState.ON);
        }

        @Override
        public void perform(LampPlan plan, Boolean effect, Fences fences) {
            fences.of(plan.lamp());
            if (!failuresBefore.isEmpty()) {
                throw failuresBefore.remove(0);
            }
            if (shines != effect) {
                shines = effect;
                switched++;
            }
            if (!crashesAfter.isEmpty()) {
                throw crashesAfter.remove(0);
            }
        }

        @Override
        public Decision<LampState> onFailure(LampPlan plan, LampState state, DeliveryException failure, Instant now) {
            return state == LampState.SWITCHING_ON
                    ? Decision.advance(LampState.SWITCHING_OFF, failure.because())
                    : new Decision.Await<>(patience, failure.because());
        }

        @Override
        public boolean accepts(LampState state, Signal.Kind signal) {
            return signal == Signal.Kind.ROLLBACK && (state == LampState.SWITCHING_ON || state == LampState.ON);
        }
    }

    /** Records in a map, with versions that rise. */
    public static final class MapRecordStore implements RecordStore {
        private final Map<RecordKey, Record<?, ?>> records = new TreeMap<>();
        private final List<Evidence> story = new ArrayList<>();
        private int writes;
        private boolean refusing;

        /** The next record that is to be created is not. */
        public void refuseNextWrite() {
            refusing = true;
        }

        @Override
        public Optional<Record<?, ?>> read(RecordKey key) {
            return Optional.ofNullable(records.get(key));
        }

        @Override
        public List<Record<?, ?>> list() {
            return List.copyOf(records.values());
        }

        @Override
        public <P extends Plan, S extends State> Record<P, S> create(Record<P, S> fresh) {
            if (refusing) {
                refusing = false;
                throw new RefusedException("Creating " + fresh.key(), "the test wants it so", "Try again.");
            }
            return put(fresh);
        }

        @Override
        public <P extends Plan, S extends State> Record<P, S> update(Record<P, S> changed) {
            if (!records.get(changed.key()).version().equals(changed.version())) {
                throw new ConflictException("Updating " + changed.key(), "it has another version", "Read it again.");
            }
            return put(changed);
        }

        @Override
        public void append(RecordKey key, Evidence evidence) {
            story.add(evidence);
        }

        @Override
        public List<Evidence> evidence(RecordKey key) {
            return List.copyOf(story);
        }

        private <P extends Plan, S extends State> Record<P, S> put(Record<P, S> record) {
            Record<P, S> stored = record.stored(Integer.toString(++writes));
            records.put(record.key(), stored);
            return stored;
        }
    }

    /** A guard that gives every claim away, until a test says who has it. */
    public static final class Guard implements ClaimGuard {
        String holder = "";
        final List<String> held = new ArrayList<>();

        @Override
        public Optional<Fences> hold(List<String> claims, RecordKey purpose) {
            if (!holder.isEmpty()) {
                return Optional.empty();
            }
            held.clear();
            held.addAll(claims);
            TreeMap<String, Fence> fences = new TreeMap<>();
            claims.forEach(claim -> fences.put(claim, new Fence(claim, 1)));
            return Optional.of(new Fences(fences));
        }

        @Override
        public void giveBack(List<String> claims, RecordKey purpose) {
            held.removeAll(claims);
        }

        @Override
        public boolean isAbandoned(List<String> claims, Duration grace) {
            return false;
        }

        @Override
        public RuntimeException refusal(String tried, List<String> claims) {
            return new RefusedException(tried, holder + " holds " + claims, "Wait.");
        }
    }

    /** A clock that only {@code pause} moves. */
    public static final class HandClock implements Timekeeper {
        private Duration passed = Duration.ZERO;

        @Override
        public Instant now() {
            return START.plus(passed);
        }

        @Override
        public Duration elapsed() {
            return passed;
        }

        @Override
        public void pause(Duration length) {
            passed = passed.plus(length);
        }
    }

    public static Record<LampPlan, LampState> aRecordThatIs(LampState state) {
        return new Record<>(
                KEY,
                "lamp",
                new LampPlan("kitchen"),
                state,
                Optional.empty(),
                "alice",
                START,
                START,
                Duration.ofMinutes(30),
                "");
    }

    public static Signal rollback() {
        return new Signal(Signal.Kind.ROLLBACK, "bob", "too bright", START);
    }
}
