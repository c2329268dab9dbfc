package io.jenkins.plugins.servicedelivery.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Draining;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Failed;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Preparing;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Pruning;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Ready;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Removing;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Retiring;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Returning;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Starting;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Switching;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Unlinking;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState.Withdrawing;
import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state in every situation, for a plan of two waves that replaces, scales, creates and prunes. */
class EnvironmentTableTest {
    /** Columns are the situations; a number behind a state is its wave or how many waves were switched. */
    private static final String TABLE =
            """
            STATE         | ROLLBACK_ASKED | NAMESPACE_LOST | PLAN_OUTDATED | NOT_IN_PLACE | WAITING | OVERDUE        | DONE
            Preparing     | Returning 0 !  | Failed         | Failed        | enforce      | await   | Returning 0    | Starting 0
            Starting 0    | Returning 0 !  | Failed         | await         | enforce      | await   | Returning 0    | Switching 0
            Starting 1    | Returning 1 !  | Failed         | await         | enforce      | await   | Returning 1    | Switching 1
            Switching 0   | Returning 1 !  | Failed         | await         | enforce      | await   | Returning 1    | Starting 1
            Switching 1   | Returning 2 !  | Failed         | await         | enforce      | await   | Returning 2    | Draining 2
            Draining 2    | Returning 2 !  | Failed         | await         | enforce      | await   | Returning 2    | Unlinking 2
            Unlinking 2   | Returning 2 !  | Failed         | await         | enforce      | await   | Returning 2    | Removing
            Removing      | await          | Failed         | await         | enforce      | await   | Ready remark   | Retiring
            Retiring      | await          | Failed         | await         | enforce      | await   | Ready remark   | Pruning
            Pruning       | await          | Failed         | await         | enforce      | await   | Ready remark   | Ready
            Returning 2   | await          | Failed         | await         | enforce      | await   | Failed         | Withdrawing 2
            Withdrawing 2 | await          | Failed         | await         | enforce      | await   | Failed         | Failed clean
            Ready         | await          | await          | await         | await        | await   | await          | await
            Failed clean  | await          | await          | await         | await        | await   | await          | await
            """;

    private static final Instant SINCE = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant NOW = SINCE.plusSeconds(7);
    private static final Signal ROLLBACK = new Signal(Signal.Kind.ROLLBACK, "carol", "no", SINCE);
    private static final EnvironmentPlan PLAN = PlanFixtures.change();

    private static final List<EnvironmentState> STATES = List.of(
            new Preparing(SINCE),
            new Starting(0, SINCE),
            new Starting(1, SINCE),
            new Switching(0, SINCE),
            new Switching(1, SINCE),
            new Draining(2, SINCE),
            new Unlinking(2, SINCE),
            new Removing(SINCE),
            new Retiring(SINCE),
            new Pruning(SINCE),
            new Returning(2, "why", SINCE),
            new Withdrawing(2, "why", SINCE),
            new Ready("", SINCE),
            new Failed("why", "", SINCE));

    @TestFactory
    Stream<DynamicTest> shouldDecideAsTheTableSays() {
        Map<String, Map<String, String>> table = table();
        return STATES.stream().flatMap(state -> Arrays.stream(EnvironmentSituation.values())
                .map(situation -> dynamicTest(name(state) + " in " + situation, () -> {
                    String expected = table.get(name(state)).get(situation.name());

                    String decided = words(decide(state, situation));

                    assertThat(decided).isEqualTo(expected);
                })));
    }

    @Test
    void shouldHoldEveryStateAndEverySituation() {
        Map<String, Map<String, String>> table = table();

        assertThat(table.keySet())
                .containsExactlyElementsOf(
                        STATES.stream().map(EnvironmentTableTest::name).toList());
        assertThat(table.values()).allSatisfy(row -> assertThat(row.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EnvironmentSituation.values())
                        .map(Enum::name)
                        .toList()));
        assertThat(STATES.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(leaves(EnvironmentState.class));
    }

    private static Decision<EnvironmentState> decide(EnvironmentState state, EnvironmentSituation situation) {
        EnvironmentOperation operation =
                new EnvironmentOperation(null, new EnvironmentFixtures.NamesOnlyRenderer(), null, null);
        EnvironmentObservation nothing = new WorldBuilder(PlanFixtures.OWNER).build();
        return operation.next(PLAN, state, situation, nothing, Optional.of(ROLLBACK), NOW);
    }

    private static String words(Decision<EnvironmentState> decision) {
        if (decision instanceof Decision.Enforce) {
            return "enforce";
        }
        if (decision instanceof Decision.Await) {
            return "await";
        }
        Decision.Advance<EnvironmentState> advance = (Decision.Advance<EnvironmentState>) decision;
        assertThat(advance.to().since()).isEqualTo(NOW);
        return name(advance.to()) + (advance.answersSignal() ? " !" : "");
    }

    private static String name(EnvironmentState state) {
        String name = state.getClass().getSimpleName();
        if (state instanceof Starting starting) {
            return name + " " + starting.wave();
        }
        if (state instanceof Switching switching) {
            return name + " " + switching.wave();
        }
        if (state instanceof Draining draining) {
            return name + " " + draining.waves();
        }
        if (state instanceof Unlinking unlinking) {
            return name + " " + unlinking.waves();
        }
        if (state instanceof Returning returning) {
            return name + " " + returning.switchedWaves();
        }
        if (state instanceof Withdrawing withdrawing) {
            return name + " " + withdrawing.switchedWaves();
        }
        if (state instanceof Ready ready) {
            return ready.remark().isEmpty() ? name : name + " remark";
        }
        if (state instanceof Failed failed) {
            return failed.remark().isEmpty() ? name + " clean" : name;
        }
        return name;
    }

    private static Map<String, Map<String, String>> table() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::trim).toList())
                .toList();
        List<String> head = rows.get(0);
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 1; column < head.size(); column++) {
                cells.put(head.get(column), row.get(column));
            }
            table.put(row.get(0), cells);
        }
        return table;
    }

    private static Set<Class<?>> leaves(Class<?> family) {
        Set<Class<?>> leaves = new HashSet<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                leaves.addAll(leaves(member));
            } else {
                leaves.add(member);
            }
        }
        return leaves;
    }
}
