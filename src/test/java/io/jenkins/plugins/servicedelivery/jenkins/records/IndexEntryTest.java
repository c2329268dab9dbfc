package io.jenkins.plugins.servicedelivery.jenkins.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexEntryTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final String LONG_NAME = "x".repeat(Name.MAX_LENGTH);

    @TempDir
    private Path folder;

    @Test
    void shouldBeTheSameAfterItWasWritten() throws Exception {
        IndexedLine line = new IndexedLine(
                IndexedLine.SCHEMA,
                "simulated",
                "tea",
                true,
                List.of(
                        IndexEntry.of("test", "orders").in(new IndexEntry.State("release.Holding", "x", THEN)),
                        entry("a verdict", "team/tea")));
        JsonFile<IndexedLine> file = new JsonFile<>(folder.resolve("index/tea.json"), IndexedLine.class);

        file.write(line);

        assertThat(file.read()).contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"team/tea", "一二三四五六七八九十/团队/服务交付流水线", "f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f/f"})
    void shouldCutTextsSoThatItStaysSmall(String job) {
        String verdict = "候选版本 \"<b>\" \u0001".repeat(200);

        IndexEntry fitted = entry(verdict, job).fitted();

        assertThat(JsonFile.bytes(fitted)).hasSizeLessThanOrEqualTo(IndexEntry.LARGEST);
        assertThat(fitted.verdict()).isNotEmpty().endsWith("…");
        assertThat(fitted.build()).contains(new BuildRef(job, 123456));
    }

    @Test
    void shouldKeepWhatIsSmallAsItIs() {
        IndexEntry small = IndexEntry.of("test", "orders").judged("pass");

        assertThat(small.fitted()).isSameAs(small);
    }

    @Test
    void shouldReadWhatIsMissingAsNothing() throws Exception {
        Path path = folder.resolve("tea.json");
        Files.writeString(
                path,
                """
                {"schema": 1, "cluster": "simulated", "line": "tea", "unknown": 1, "entries": [
                  {"environment": "test", "service": "orders", "running": {"name": "orders-12345678"},
                   "state": {"code": "environment.Ready", "updated": "2026-01-02T03:04:05Z"}}]}
                """
                        .replace("\"line\"", "\"simulated\": false, \"line\""));

        IndexEntry entry = new JsonFile<>(path, IndexedLine.class)
                .read()
                .orElseThrow()
                .entries()
                .get(0);

        assertThat(entry.isWhole()).isTrue();
        assertThat(entry.verdict()).isEmpty();
        assertThat(entry.candidate()).isEmpty();
        assertThat(entry.build()).isEmpty();
        assertThat(entry.running().image()).isEmpty();
    }

    /** With the longest names that there can be. */
    private static IndexEntry entry(String verdict, String job) {
        String digest = Digest.of("x").value();
        return IndexEntry.of(LONG_NAME, LONG_NAME)
                .running(new RunningVersion(LONG_NAME + "-12345678", digest, digest))
                .candidate(LONG_NAME + "-87654321", 25)
                .in(new IndexEntry.State("release.Holding", "paused: " + "y".repeat(500), THEN))
                .judged(verdict)
                .by(Optional.of(new BuildRef(job, 123456)));
    }
}
