package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentOperation;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleOperation;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlan;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseOperation;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which plans and states the records of each kind of operation hold. */
public final class RecordKinds {
    /** No kind at all. */
    public static final RecordKinds NONE = new RecordKinds(Map.of());

    /** Every kind that the product knows. */
    public static final RecordKinds ALL = NONE.and(
                    EnvironmentOperation.KIND, EnvironmentPlan.class, EnvironmentState.class)
            .and(RecycleOperation.KIND, RecyclePlan.class, RecycleState.class)
            .and(ReleaseOperation.KIND, ReleasePlan.class, ReleaseState.class);

    private final Map<String, Types> byKind;

    private RecordKinds(Map<String, Types> byKind) {
        this.byKind = byKind;
    }

    /** The same kinds and one more, whose states are a record or a sealed family of records. */
    public RecordKinds and(String kind, Class<? extends Plan> plan, Class<? extends State> state) {
        requireRecords(plan);
        requireRecords(state);
        Map<String, Types> more = new TreeMap<>(byKind);
        more.put(kind, new Types(plan, state));
        return new RecordKinds(more);
    }

    /** The names of all kinds, sorted. */
    public List<String> names() {
        return List.copyOf(byKind.keySet());
    }

    /** The members of a kind's family of states. */
    public List<Class<?>> states(String kind) {
        Class<?> family = byKind.get(kind).state();
        return family.isSealed() ? JsonFamilies.members(family).toList() : List.of(family);
    }

    Optional<Types> types(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    private static void requireRecords(Class<?> type) {
        List<Class<?>> members = type.isSealed() ? JsonFamilies.members(type).toList() : List.of(type);
        members.stream().filter(member -> !member.isRecord()).findFirst().ifPresent(member -> {
            throw new IllegalArgumentException(member.getName() + " cannot be kept in a record: it is no Java record");
        });
        if (members.stream().map(JsonFamilies::name).distinct().count() < members.size()) {
            throw new IllegalArgumentException("two members of " + type.getName() + " have the same simple name");
        }
    }

    record Types(Class<? extends Plan> plan, Class<? extends State> state) {}
}
