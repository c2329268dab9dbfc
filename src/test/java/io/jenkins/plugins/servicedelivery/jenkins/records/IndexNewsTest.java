package io.jenkins.plugins.servicedelivery.jenkins.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.environment.RecyclePlan;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IndexNewsTest {
    private static final Instant EARLY = Instant.parse("2026-01-02T03:00:00Z");
    private static final Ownership OWNER = new Ownership(Name.of("shop"), Name.of("test"));
    private static final ConfiguredVersion V1 = EnvironmentFixtures.version("orders", "1");
    private static final ConfiguredVersion V2 = EnvironmentFixtures.version("orders", "2");
    private static final ConfiguredVersion V3 = EnvironmentFixtures.version("orders", "3");
    private static final ConfiguredVersion PAYMENTS = EnvironmentFixtures.version("payments", "1");

    private IndexedLine index = IndexedLine.empty("simulated", "shop", true);

    @Test
    void shouldShowACandidateUntilItsWaveIsThrough() {
        EnvironmentPlan plan = deployment(List.of(V2), Optional.of(V1), Map.of());

        news("environment", plan, new EnvironmentState.Starting(0, at(1)), 0, 1);
        assertThat(orders().running().name()).isEqualTo(V1.name());
        assertThat(orders().candidate()).contains(new IndexEntry.Candidate(V2.name(), 0));
        news("environment", plan, new EnvironmentState.Switching(0, at(2)), 0, 2);
        assertThat(orders().candidate()).contains(new IndexEntry.Candidate(V2.name(), 100));
        news("environment", plan, new EnvironmentState.Ready("", at(3)), 0, 3);

        assertThat(orders().running()).isEqualTo(RunningVersion.of(V2.version()));
        assertThat(orders().candidate()).isEmpty();
        assertThat(orders().build()).contains(new BuildRef("team/tea", 7));
    }

    @Test
    void shouldShowTheOldVersionAfterAFailedDeployment() {
        EnvironmentPlan plan = deployment(List.of(V2), Optional.of(V1), Map.of());

        news("environment", plan, new EnvironmentState.Failed("it does not start", "", at(3)), 0, 3);

        assertThat(orders().running().name()).isEqualTo(V1.name());
        assertThat(orders().candidate()).isEmpty();
        assertThat(orders().state().code()).isEqualTo("environment.Failed");
    }

    @Test
    void shouldKnowServicesThatADeploymentLeavesAlone() {
        EnvironmentPlan plan = deployment(List.of(V1), Optional.empty(), Map.of(Name.of("payments"), PAYMENTS.name()));

        news("environment", plan, new EnvironmentState.Ready("", at(3)), 0, 3);

        assertThat(index.entry("test", "payments").running().name()).isEqualTo(PAYMENTS.name());
        assertThat(index.entry("test", "payments").build()).isEmpty();
    }

    @Test
    void shouldNotForgetWhatWasReleasedWhileADeploymentLeftTheServiceAlone() {
        EnvironmentPlan plan = deployment(List.of(PAYMENTS), Optional.empty(), Map.of(Name.of("orders"), V1.name()));

        news("environment", plan, new EnvironmentState.Starting(0, at(1)), 0, 1);
        news("release", release(V1, V2), new ReleaseState.Keeping(at(99)), 1, 2);
        news("environment", plan, new EnvironmentState.Ready("", at(3)), 0, 3);

        assertThat(orders().running().name()).isEqualTo(V2.name());
    }

    @Test
    void shouldForgetServicesThatWentAway() {
        news(
                "environment",
                deployment(List.of(V1), Optional.empty(), Map.of()),
                new EnvironmentState.Ready("", at(1)),
                0,
                1);
        EnvironmentPlan pruning = new EnvironmentPlan(
                OWNER,
                "shop-test",
                false,
                List.of(),
                new TreeMap<>(),
                List.of(new EnvironmentPlan.Pruned(Name.of("orders"), List.of(V1.name()))),
                limits());

        news("environment", pruning, new EnvironmentState.Ready("", at(3)), 2, 3);

        assertThat(index.entries()).isEmpty();
    }

    @Test
    void shouldFollowARelease() {
        ReleasePlan plan = release(V1, V2);

        news("release", plan, holding(25), 0, 1, "candidate 0 of 9 requests failed");
        assertThat(orders().running().name()).isEqualTo(V1.name());
        assertThat(orders().candidate()).contains(new IndexEntry.Candidate(V2.name(), 25));
        news("release", plan, new ReleaseState.Keeping(at(99)), 0, 2);

        assertThat(orders().running()).isEqualTo(RunningVersion.of(V2.version()));
        assertThat(orders().candidate()).isEmpty();
        assertThat(orders().verdict()).isEqualTo("candidate 0 of 9 requests failed");
    }

    @Test
    void shouldGoBackWithARelease() {
        ReleasePlan plan = release(V1, V2);
        news("release", plan, new ReleaseState.Keeping(at(99)), 0, 2);

        news("release", plan, new ReleaseState.RolledBack("wrong prices"), 0, 3);

        assertThat(orders().running().name()).isEqualTo(V1.name());
        assertThat(orders().state().code()).isEqualTo("release.RolledBack");
    }

    @Test
    void shouldForgetTheVerdictOfAnEarlierRelease() {
        news("release", release(V1, V2), new ReleaseState.Keeping(at(99)), 0, 1, "pass");

        news("release", release(V2, V3), new ReleaseState.Preparing(at(2)), 2, 2);

        assertThat(orders().verdict()).isEmpty();
    }

    @Test
    void shouldNotLetTheEndOfAKeepWindowHideALaterVersion() {
        ReleasePlan plan = release(V1, V2);
        news("release", plan, new ReleaseState.Keeping(at(99)), 0, 1);
        news(
                "environment",
                deployment(List.of(V3), Optional.of(V2), Map.of()),
                new EnvironmentState.Ready("", at(2)),
                2,
                2);

        news("release", plan, new ReleaseState.Completed("the old version was removed"), 0, 3);

        assertThat(orders().running().name()).isEqualTo(V3.name());
    }

    @Test
    void shouldForgetARecycledEnvironment() {
        news(
                "environment",
                deployment(List.of(V1), Optional.empty(), Map.of()),
                new EnvironmentState.Ready("", at(1)),
                0,
                1);
        RecyclePlan plan = new RecyclePlan(OWNER, "shop-test", List.of(Name.of("orders")));

        news("recycle", plan, new RecycleState.Deleting(at(2)), 2, 2);
        assertThat(orders().state().code()).isEqualTo("recycle.Deleting");
        news("recycle", plan, new RecycleState.Recycled(at(3)), 2, 3);

        assertThat(index.entries()).isEmpty();
    }

    private IndexEntry orders() {
        return index.entry("test", "orders");
    }

    private void news(String kind, Plan plan, State state, int created, int updated, String... verdict) {
        Record<Plan, State> record = new Record<>(
                new RecordKey(kind + "-shop-test"),
                kind,
                plan,
                state,
                Optional.empty(),
                "team/tea #7",
                at(created),
                at(updated),
                Duration.ZERO,
                "1");
        index = new IndexNews(
                        record, Optional.empty(), List.of(verdict).stream().findFirst(), RunningVersion::named)
                .after(index);
    }

    private static Instant at(int minute) {
        return EARLY.plusSeconds(60L * minute);
    }

    private static ReleaseState holding(int percent) {
        return new ReleaseState.Holding(new ReleaseState.Position(0, new Weight(percent), 1), at(0), at(1));
    }

    private static ReleasePlan release(ConfiguredVersion from, ConfiguredVersion to) {
        return new ReleasePlan(
                OWNER, "shop-test", live(from), to, 1, CatalogFixtures.careful(), Duration.ofSeconds(10));
    }

    private static EnvironmentPlan deployment(
            List<ConfiguredVersion> targets, Optional<ConfiguredVersion> before, Map<Name, String> kept) {
        List<ServiceChange> changes = targets.stream()
                .map(target -> new ServiceChange(
                        before.isPresent() ? ServiceChange.Kind.REPLACE : ServiceChange.Kind.CREATE,
                        List.of(),
                        target,
                        true,
                        1,
                        before.map(IndexNewsTest::live)))
                .toList();
        return new EnvironmentPlan(
                OWNER,
                "shop-test",
                false,
                List.of(new EnvironmentPlan.Wave(changes)),
                new TreeMap<>(kept),
                List.of(),
                limits());
    }

    private static EnvironmentPlan.Limits limits() {
        Duration minute = Duration.ofMinutes(1);
        return new EnvironmentPlan.Limits(minute, minute, minute, minute);
    }

    private static LiveVersion live(ConfiguredVersion version) {
        return EnvironmentFixtures.live(version, 1, 1);
    }
}
