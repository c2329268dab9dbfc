package io.jenkins.plugins.servicedelivery.jenkins.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.catalog.CatalogFixtures;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.release.Judge;
import io.jenkins.plugins.servicedelivery.core.release.Look;
import io.jenkins.plugins.servicedelivery.core.release.RequestCounts;
import io.jenkins.plugins.servicedelivery.core.release.Verdict;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the judge says is understood as it was meant. */
class JudgeWordsTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "0, 500, 1, 4500, 5m, pass",
        "200, 500, 1, 4500, 10s, fail",
        "0, 3, 0, 30, 10s, undecided",
        "0, 3, 0, 30, 10h, inconclusive"
    })
    void shouldUnderstandTheJudge(
            int errors, int total, int stableErrors, int stableTotal, String elapsed, String ruling) {
        Verdict verdict = judge(
                elapsed,
                Optional.of(new RequestCounts(total, errors)),
                Optional.of(new RequestCounts(stableTotal, stableErrors)));

        Optional<Story.Verdict> understood = JudgeWords.parse(THEN, verdict.text());

        assertThat(understood).hasValueSatisfying(found -> {
            assertThat(found.ruling()).isEqualTo(ruling);
            assertThat(found.text()).isEqualTo(verdict.text());
            assertThat(found.candidate().map(Count::errors)).contains((long) errors);
            assertThat(found.candidate().map(Count::total)).contains((long) total);
            assertThat(found.stable().map(Count::errors)).contains((long) stableErrors);
            assertThat(found.stable().map(Count::total)).contains((long) stableTotal);
        });
    }

    @Test
    void shouldUnderstandThatThereAreNoNumbers() {
        Verdict verdict = judge("10h", Optional.empty(), Optional.empty());

        assertThat(JudgeWords.parse(THEN, verdict.text()))
                .contains(new Story.Verdict(THEN, "inconclusive", Optional.empty(), Optional.empty(), verdict.text()));
    }

    @Test
    void shouldFindTheLastVerdictOfAStory() {
        Verdict verdict = judge("5m", Optional.of(new RequestCounts(500, 0)), Optional.of(new RequestCounts(4500, 1)));
        List<Evidence> story = List.of(
                new Evidence(
                        THEN,
                        "transition",
                        "candidate at 5 % -> candidate at 5 %: candidate 0 of 2 requests failed"
                                + " (0 %), stable 0 of 4 requests failed (0 %): undecided"),
                new Evidence(
                        THEN,
                        "transition",
                        "candidate at 5 % -> paused with the candidate at 5 %: " + verdict.text() + ": "
                                + verdict.text()),
                new Evidence(THEN, "signal", "resume asked for by bob"));

        assertThat(JudgeWords.last(story).map(Story.Verdict::text)).contains(verdict.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "started by tea #1",
                "rolling back -> rolled back: the candidate has drained",
                "candidate at 5 % -> rolling back: rollback asked for by eve: candidate 0 of 9 requests failed (0 %),"
                        + " stable 0 of 9 requests failed (0 %): pass",
                "the route is not yet in effect"
            })
    void shouldNotMistakeOtherWordsForAVerdict(String text) {
        assertThat(JudgeWords.parse(THEN, text)).isEmpty();
    }

    private static Verdict judge(String elapsed, Optional<RequestCounts> candidate, Optional<RequestCounts> stable) {
        Duration since = Duration.parse("PT" + elapsed.toUpperCase(java.util.Locale.ROOT));
        return new Judge(CatalogFixtures.careful()).judge(0, new Look(1, since, candidate, stable, ""));
    }
}
