package io.jenkins.plugins.servicedelivery.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.delivery.ContractWorld;
import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link RecordStore} does. */
public abstract class RecordStoreContract {
    /** The kind of the records that a store must be able to keep for this suite, of {@link Walk} and {@link Pace}. */
    public static final String KIND = "walk";

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final RecordKey KEY = new RecordKey("walk-1");

    private final ContractWorld world = world();

    /** A fresh cluster without records. */
    protected abstract ContractWorld world();

    /** A plan. */
    public record Walk(List<String> claims) implements Plan {}

    /** Its states. */
    public sealed interface Pace extends State {
        @Override
        default boolean isTerminal() {
            return false;
        }

        @Override
        default boolean isSettled() {
            return false;
        }

        @Override
        default String phrase() {
            return "on foot";
        }

        /** One state. */
        record Strolling(int steps) implements Pace {}

        /** Another one. */
        record Running() implements Pace {}
    }

    @Test
    void shouldHaveNoRecordThatWasNeverCreated() {
        assertThat(store().read(KEY)).isEmpty();
        assertThat(store().list()).isEmpty();
        assertThat(store().evidence(KEY)).isEmpty();
    }

    @Test
    void shouldKeepWhatWasCreated() {
        Record<Walk, Pace> created = store().create(record(KEY));

        assertThat(created.version()).isNotEmpty();
        assertThat(created).isEqualTo(record(KEY).stored(created.version()));
        assertThat(read(KEY)).isEqualTo(created);
    }

    @Test
    void shouldNotCreateARecordTwice() {
        store().create(record(KEY));

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store().create(record(KEY)));
    }

    @Test
    void shouldKeepWhatWasUpdated() {
        Record<Walk, Pace> created = store().create(record(KEY));
        Record<Walk, Pace> updated = store().update(created.in(new Pace.Running(), Optional.empty(), TIME));

        assertThat(updated.version()).isNotEqualTo(created.version());
        assertThat(updated.signal()).isEmpty();
        assertThat(read(KEY)).isEqualTo(updated);
    }

    @Test
    void shouldNotOverwriteWhatSomebodyElseWroteMeanwhile() {
        Record<Walk, Pace> created = store().create(record(KEY));
        Record<Walk, Pace> updated = store().update(created.in(new Pace.Running(), Optional.empty(), TIME));

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store().update(created));
        assertThat(read(KEY)).isEqualTo(updated);
    }

    @Test
    void shouldNotUpdateARecordThatIsNotThere() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> store().update(record(KEY).stored("12")))
                .withMessageContaining(KEY.value());
    }

    @Test
    void shouldListRecordsByKey() {
        store().create(record(new RecordKey("walk-2")));
        store().create(record(new RecordKey("walk-1")));
        store().create(record(new RecordKey("run-3")));

        assertThat(store().list().stream().map(found -> found.key().value()))
                .containsExactly("run-3", "walk-1", "walk-2");
    }

    @Test
    void shouldKeepTheStoryInItsOrder() {
        store().create(record(KEY));
        Evidence first = new Evidence(TIME, "transition", "from here to \"there\"");
        Evidence second = new Evidence(TIME.minusSeconds(5), "verdict", "2 of 25");

        store().append(KEY, first);
        store().append(KEY, second);
        store().append(KEY, second);

        assertThat(store().evidence(KEY)).containsExactly(first, second, second);
    }

    @Test
    void shouldLeaveTheRecordAloneWhenItsStoryGrows() {
        Record<Walk, Pace> created = store().create(record(KEY));

        store().append(KEY, new Evidence(TIME, "transition", "on"));

        assertThat(read(KEY)).isEqualTo(created);
    }

    @Test
    void shouldKeepTheStoryWhenTheRecordIsUpdated() {
        Record<Walk, Pace> created = store().create(record(KEY));
        store().append(KEY, new Evidence(TIME, "transition", "on"));

        store().update(created);

        assertThat(store().evidence(KEY)).hasSize(1);
    }

    private RecordStore store() {
        return world.ports().records();
    }

    private Record<?, ?> read(RecordKey key) {
        return store().read(key).orElseThrow();
    }

    private static Record<Walk, Pace> record(RecordKey key) {
        return new Record<>(
                key,
                KIND,
                new Walk(List.of("shop", "shop/orders")),
                new Pace.Strolling(3),
                Optional.of(new Signal(Signal.Kind.PAUSE, "alice", "lunch", TIME)),
                "bob",
                TIME,
                TIME,
                Duration.ofMinutes(30),
                "");
    }
}
