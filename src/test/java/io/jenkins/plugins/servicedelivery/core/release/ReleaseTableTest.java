package io.jenkins.plugins.servicedelivery.core.release;

import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.NOW;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.everyState;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.plan;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.signal;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.world;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseSituation.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole table: what a release does in every state and every situation. A pair that is not written here is one that
 * {@link ReleaseClassifier} never gives, and {@code next} says so.
 */
class ReleaseTableTest {
    private static final String STAY = "stay";
    private static final String ENFORCE = "enforce";

    private final ReleaseOperation operation = new ReleaseOperation(null, null, null, null, null);

    private static Map<String, Map<ReleaseSituation, String>> table() {
        Map<String, Map<ReleaseSituation, String>> table = new TreeMap<>();
        table.put(
                "Preparing",
                row(
                        NAMESPACE_GONE, "RolledBack",
                        ROLLBACK_ASKED, "RollingBack",
                        PAUSE_ASKED, "Paused",
                        CANDIDATE_INCOMPLETE, "Preparing",
                        CANDIDATE_STARTING, STAY,
                        CANDIDATE_LATE, "RollingBack",
                        CANDIDATE_READY, "Shifting"));
        table.put(
                "Shifting",
                row(
                        NAMESPACE_GONE, "RolledBack",
                        ROLLBACK_ASKED, "RollingBack",
                        PAUSE_ASKED, "Paused",
                        CANDIDATE_LOST, "RollingBack",
                        STABLE_LOST, "Paused",
                        ROUTE_CHANGED, "Shifting",
                        ROUTE_PENDING, STAY,
                        ROUTE_LATE, "Paused",
                        ROUTE_IN_EFFECT, "Holding"));
        table.put(
                "Holding",
                row(
                        NAMESPACE_GONE, "RolledBack",
                        ROLLBACK_ASKED, "RollingBack",
                        PAUSE_ASKED, "Paused",
                        CANDIDATE_LOST, "RollingBack",
                        STABLE_LOST, "Paused",
                        ROUTE_CHANGED, "Shifting",
                        ROUTE_INTERRUPTED, "Shifting",
                        BETWEEN_LOOKS, STAY,
                        LOOK_UNDECIDED, "Holding",
                        LOOK_PASSES, "Shifting",
                        LOOK_FAILS, "RollingBack",
                        LOOK_INCONCLUSIVE, "Paused"));
        table.put(
                "Paused",
                row(
                        NAMESPACE_GONE, "RolledBack",
                        ROLLBACK_ASKED, "RollingBack",
                        RESUME_ASKED, "Shifting",
                        CANDIDATE_LOST, "RollingBack",
                        ROUTE_CHANGED, ENFORCE,
                        PAUSE_LASTS, STAY));
        table.put(
                "Promoting",
                row(
                        NAMESPACE_GONE, "RolledBack",
                        ROLLBACK_ASKED, "RollingBack",
                        CANDIDATE_LOST, "RollingBack",
                        ROUTE_CHANGED, "Promoting",
                        ROUTE_PENDING, STAY,
                        ROUTE_LATE, "Paused",
                        ROUTE_IN_EFFECT, "Selecting"));
        table.put(
                "Selecting",
                row(
                        NAMESPACE_GONE, "RolledBack",
                        ROLLBACK_ASKED, "RollingBack",
                        CANDIDATE_LOST, "RollingBack",
                        ROUTE_CHANGED, ENFORCE,
                        SELECTOR_ELSEWHERE, ENFORCE,
                        DRAINING, STAY,
                        DRAINED, "Keeping"));
        table.put(
                "Keeping",
                row(
                        NAMESPACE_GONE, "Completed",
                        MOVED_ON, "Removing",
                        OLD_IN_USE, "Completed",
                        ROLLBACK_ASKED, "RollingBack",
                        STABLE_LOST, STAY,
                        SUPERSEDE_ASKED, "Retiring",
                        ROUTE_CHANGED, ENFORCE,
                        KEEP_RUNS, STAY,
                        KEEP_OVER, "Retiring"));
        table.put(
                "Retiring",
                row(
                        NAMESPACE_GONE,
                        "Completed",
                        MOVED_ON,
                        "Removing",
                        OLD_IN_USE,
                        "Completed",
                        ROUTE_CHANGED,
                        ENFORCE,
                        ROUTE_PENDING,
                        STAY,
                        ROUTE_LATE,
                        STAY,
                        DRAINING,
                        STAY,
                        DRAINED,
                        "Removing"));
        table.put(
                "Removing",
                row(
                        NAMESPACE_GONE, "Completed",
                        OLD_IN_USE, "Completed",
                        OBJECTS_LEFT, ENFORCE,
                        OBJECTS_GONE, "Completed"));
        table.put("Completed", row(ENDED, STAY));
        table.put(
                "RollingBack",
                row(
                        NAMESPACE_GONE, "RolledBack",
                        ROUTE_CHANGED, ENFORCE,
                        SELECTOR_ELSEWHERE, ENFORCE,
                        ROUTE_PENDING, STAY,
                        ROUTE_LATE, STAY,
                        DRAINING, STAY,
                        DRAINED, "CleaningUp"));
        table.put(
                "CleaningUp",
                row(
                        NAMESPACE_GONE, "RolledBack",
                        ROUTE_CHANGED, ENFORCE,
                        ROUTE_PENDING, STAY,
                        ROUTE_LATE, STAY,
                        DRAINING, STAY,
                        DRAINED, "Discarding"));
        table.put("Discarding", row(NAMESPACE_GONE, "RolledBack", OBJECTS_LEFT, ENFORCE, OBJECTS_GONE, "RolledBack"));
        table.put("RolledBack", row(ENDED, STAY));
        return table;
    }

    @Test
    void shouldKnowEveryKindOfState() {
        List<String> kinds = Stream.of(ReleaseState.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList();

        assertThat(table().keySet()).containsExactlyElementsOf(kinds);
        assertThat(everyState())
                .extracting(state -> state.getClass().getSimpleName())
                .hasSameElementsAs(kinds);
    }

    @TestFactory
    Stream<DynamicTest> shouldDecideEveryPair() {
        return everyState().stream().flatMap(state -> Stream.of(ReleaseSituation.values())
                .map(situation -> DynamicTest.dynamicTest(
                        state.getClass().getSimpleName() + " × " + situation, () -> check(state, situation))));
    }

    private void check(ReleaseState state, ReleaseSituation situation) {
        String expected = table().get(state.getClass().getSimpleName()).get(situation);
        if (expected == null) {
            assertThatThrownBy(() -> decide(state, situation))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(situation.name());
            return;
        }
        Decision<ReleaseState> decision = decide(state, situation);
        assertThat(described(decision)).isEqualTo(expected);
        assertThat(decision.why()).isNotBlank();
    }

    private Decision<ReleaseState> decide(ReleaseState state, ReleaseSituation situation) {
        Optional<Signal> signal = Stream.of(Signal.Kind.values())
                .filter(kind -> situation.name().equals(kind + "_ASKED"))
                .map(ReleaseFixtures::signal)
                .findFirst()
                .or(() -> situation == STABLE_LOST ? Optional.of(signal(Signal.Kind.ROLLBACK)) : Optional.empty());
        ReleaseObservation seen = world().at(25).reading(300, 0, 900, 0).seen();
        return operation.next(plan(), state, situation, seen, signal, NOW);
    }

    private static String described(Decision<ReleaseState> decision) {
        if (decision instanceof Decision.Advance<ReleaseState> advance) {
            return advance.to().getClass().getSimpleName();
        }
        return decision instanceof Decision.Enforce ? ENFORCE : STAY;
    }

    private static Map<ReleaseSituation, String> row(Object... pairs) {
        Map<ReleaseSituation, String> row = new EnumMap<>(ReleaseSituation.class);
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((ReleaseSituation) pairs[i], (String) pairs[i + 1]);
        }
        return row;
    }
}
