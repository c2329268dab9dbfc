package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlan;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecTest {
    private static final Map<String, Class<?>> PLANS = Map.of(
            "environment", EnvironmentPlan.class,
            "recycle", RecyclePlan.class,
            "release", ReleasePlan.class,
            "walk", Walk.class);
    private static final RecordKinds KINDS = RecordKinds.NONE
            .and("environment", EnvironmentPlan.class, EnvironmentState.class)
            .and("recycle", RecyclePlan.class, RecycleState.class)
            .and("release", ReleasePlan.class, ReleaseState.class)
            .and("walk", Walk.class, Pace.class);

    private final RecordCodec codec = new RecordCodec(KINDS);

    record Walk(List<String> claims) implements Plan {}

    sealed interface Pace extends State {
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

        sealed interface Fast extends Pace {}

        record RunningUphill(int heartBeat) implements Fast {}

        record Strolling() implements Pace {}
    }

    enum Lying implements State {
        DOWN;

        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public boolean isSettled() {
            return true;
        }

        @Override
        public String phrase() {
            return "lying";
        }
    }

    static Stream<Arguments> everyStateOfEveryKind() {
        return KINDS.names().stream()
                .flatMap(kind -> KINDS.states(kind).stream().map(state -> Arguments.of(kind, state)));
    }

    @ParameterizedTest
    @MethodSource("everyStateOfEveryKind")
    void shouldReadWhatItWrote(String kind, Class<?> state) {
        Record<Plan, State> record = plan(kind, state);

        Record<?, ?> read = codec.decode(record.key(), reread(codec.encode(record)), "17");

        assertThat(read).isEqualTo(record);
    }

    @Test
    void shouldNameTheStateInKebabCase() {
        JsonNode tree = codec.encode(plan("walk", Pace.RunningUphill.class));

        assertThat(tree.path("state").path("type").asText()).isEqualTo("running-uphill");
        assertThat(tree.path("schema").asInt()).isEqualTo(1);
        assertThat(tree.path("phrase").asText()).isEqualTo("on foot");
    }

    @Test
    void shouldShowARecordOfANewerSchema() {
        ObjectNode tree = (ObjectNode) codec.encode(plan("walk", Pace.Strolling.class));
        tree.put("schema", 2).put("something", "new");

        Record<?, ?> shown = codec.decode(new RecordKey("walk-1"), tree, "3");

        assertThat(shown.kind()).isEqualTo("walk (schema 2)");
        assertThat(shown.startedBy()).isEqualTo("bob");
        assertThat(shown.state().phrase()).isEqualTo("on foot (schema 2)");
        assertThat(shown.state().isTerminal()).isTrue();
    }

    @Test
    void shouldRefuseToWriteARecordOfANewerSchema() {
        ObjectNode tree = (ObjectNode) codec.encode(plan("walk", Pace.Strolling.class));
        Record<?, ?> shown = codec.decode(new RecordKey("walk-1"), tree.put("schema", 2), "3");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> codec.encode(shown))
                .withMessageContaining("can only show");
    }

    @Test
    void shouldShowARecordOfAnUnknownKind() {
        JsonNode tree = codec.encode(plan("walk", Pace.Strolling.class));

        Record<?, ?> shown = new RecordCodec(RecordKinds.NONE).decode(new RecordKey("walk-1"), tree, "3");

        assertThat(shown.kind()).isEqualTo("walk (unknown kind)");
    }

    @Test
    void shouldRefuseToWriteAKindThatIsNotRegistered() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> new RecordCodec(RecordKinds.NONE).encode(plan("walk", Pace.Strolling.class)))
                .withMessageContaining("walk is not registered");
    }

    @Test
    void shouldRefuseARecordThatIsTooLarge() {
        Record<Plan, State> record = plan("walk", Pace.Strolling.class);
        Record<Plan, State> large = new Record<>(
                record.key(),
                record.kind(),
                new Walk(List.of("x".repeat(RecordCodec.LARGEST))),
                record.state(),
                record.signal(),
                record.startedBy(),
                record.created(),
                record.updated(),
                record.abandonAfter(),
                record.version());

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> codec.encode(large))
                .withMessageContaining("may have 32768");
    }

    @Test
    void shouldRefuseADamagedRecord() {
        ObjectNode tree = (ObjectNode) codec.encode(plan("walk", Pace.RunningUphill.class));
        ((ObjectNode) tree.path("state")).put("type", "flying");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> codec.decode(new RecordKey("walk-1"), tree, "3"))
                .withMessageContaining("Reading the record walk-1 failed")
                .withMessageContaining("flying");
    }

    @Test
    void shouldRefuseARecordWithoutAPlan() {
        ObjectNode tree = (ObjectNode) codec.encode(plan("walk", Pace.Strolling.class));
        tree.remove("plan");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> codec.decode(new RecordKey("walk-1"), tree, "3"))
                .withMessageContaining("it has no plan");
    }

    @Test
    void shouldRefuseToRegisterStatesThatAreNoRecords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordKinds.NONE.and("lying", Walk.class, Lying.class))
                .withMessageContaining("no Java record");
    }

    private static Record<Plan, State> plan(String kind, Class<?> state) {
        return RecordSamples.record(kind, PLANS.get(kind), state);
    }

    private static JsonNode reread(JsonNode tree) {
        return new JsonValues().parse(tree.toString().getBytes(StandardCharsets.UTF_8), "a record");
    }
}
