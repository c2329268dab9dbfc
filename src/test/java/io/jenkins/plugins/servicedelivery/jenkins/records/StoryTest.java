package io.jenkins.plugins.servicedelivery.jenkins.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentFixtures;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final String CANARY = "canary-value-of-a-password";

    @TempDir
    private Path folder;

    @Test
    void shouldBeTheSameAfterItWasWritten() throws Exception {
        Story story = story(new ReleaseState.Paused(
                new ReleaseState.Position(1, new Weight(25), 3), ReleaseState.PauseCause.PERSON, "lunch", THEN));
        JsonFile<Story> file = new JsonFile<>(folder.resolve("story.json"), Story.class);

        file.write(story);

        assertThat(file.read()).contains(story);
        assertThat(story.isWhole()).isTrue();
    }

    @Test
    void shouldNameConfigurationRevisionsAndNeverValues() {
        String json = new String(JsonFile.bytes(story(new ReleaseState.Preparing(THEN))), StandardCharsets.UTF_8);

        assertThat(plan().candidate().configuration().values()).containsValue(CANARY);
        assertThat(json)
                .doesNotContain(CANARY)
                .contains(plan().candidate().version().configuration().value());
    }

    @Test
    void shouldRememberHowFarARolledBackReleaseHadCome() {
        Story.Moment before = moment(
                new ReleaseState.Holding(new ReleaseState.Position(1, new Weight(25), 3), THEN, THEN),
                Optional.empty());

        Story.Moment after = moment(new ReleaseState.RollingBack("too many errors", true, THEN), Optional.of(before));

        assertThat(before.reached()).isEqualTo(1);
        assertThat(before.weight()).isEqualTo(25);
        assertThat(after.reached()).isEqualTo(1);
        assertThat(after.weight()).isZero();
        assertThat(after.reason()).isEqualTo("too many errors");
    }

    private static Story story(ReleaseState state) {
        return new Story(
                Story.SCHEMA,
                new Story.Head("simulated", true, "release-shop", "release", "shop", "test", "tea #1", THEN),
                StoryCourse.of(plan()),
                moment(state, Optional.empty()),
                Optional.of(new Story.Verdict(
                        THEN, "pass", Optional.of(new Story.Count(0, 9, "0 %")), Optional.empty(), "pass")),
                Optional.of(new Story.Served(3, 2, 1)),
                List.of(new Story.Line(THEN, "transition", "started")),
                7);
    }

    private static Story.Moment moment(ReleaseState state, Optional<Story.Moment> before) {
        Record<ReleasePlan, ReleaseState> record = new Record<>(
                new RecordKey("release-shop"),
                "release",
                plan(),
                state,
                Optional.of(new Signal(Signal.Kind.PAUSE, "bob", "lunch", THEN)),
                "tea #1",
                THEN,
                THEN,
                Duration.ZERO,
                "1");
        return StoryMoment.of(record, Set.of(Signal.Kind.RESUME, Signal.Kind.ROLLBACK), before);
    }

    private static ReleasePlan plan() {
        ConfiguredVersion candidate = ConfiguredVersion.of(
                EnvironmentFixtures.service("orders"),
                EnvironmentFixtures.TEMPLATE,
                EnvironmentFixtures.image("orders", "2"),
                new TreeMap<>(Map.of("database.password", CANARY)));
        return new ReleasePlan(
                new Ownership(Name.of("shop"), Name.of("test")),
                "shop-test",
                EnvironmentFixtures.live(EnvironmentFixtures.version("orders", "1"), 1, 1),
                candidate,
                1,
                CatalogFixtures.careful(),
                Duration.ofSeconds(10));
    }
}
