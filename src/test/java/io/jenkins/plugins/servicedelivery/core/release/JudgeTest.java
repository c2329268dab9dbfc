package io.jenkins.plugins.servicedelivery.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.release.Verdict.Ruling;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final int FIRST_STEP = 0; // held for two minutes, extended by at most five
    private static final Duration EARLY = Duration.ofSeconds(60);
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final Duration NO_MORE_PATIENCE = Duration.ofMinutes(7);

    private final Judge judge = new Judge(ReleaseFixtures.careful());

    @Test
    void shouldPassACandidateThatHeldOutWithEnoughRequests() {
        assertThat(ruling(HELD, counts(200, 1), counts(3800, 10))).isEqualTo(Ruling.PASS);
    }

    @Test
    void shouldNotPassBeforeTheHoldIsOver() {
        assertThat(ruling(HELD.minusMillis(1), counts(9000, 0), counts(9000, 0)))
                .isEqualTo(Ruling.UNDECIDED);
    }

    @Test
    void shouldFailAtTheFirstLookThatShowsIt() {
        assertThat(ruling(EARLY, counts(402, 31), counts(1610, 2))).isEqualTo(Ruling.FAIL);
    }

    @Test
    void shouldFailAlsoBelowTheMinimumWhereItIsPlain() {
        assertThat(ruling(EARLY, counts(60, 30), counts(1140, 1))).isEqualTo(Ruling.FAIL);
    }

    @Test
    void shouldNotFailACandidateThatIsNoWorseThanABadStableVersion() {
        assertThat(ruling(HELD, counts(400, 80), counts(1600, 320))).isEqualTo(Ruling.PASS);
    }

    @Test
    void shouldExtendTheHoldWhileTheCandidateHasTooFewRequests() {
        assertThat(ruling(HELD, counts(199, 0), counts(3800, 0))).isEqualTo(Ruling.UNDECIDED);
    }

    @Test
    void shouldExtendTheHoldWhileStableHasTooFewRequests() {
        assertThat(ruling(HELD, counts(3800, 0), counts(199, 0))).isEqualTo(Ruling.UNDECIDED);
    }

    @Test
    void shouldBeInconclusiveWhenPatienceIsOver() {
        assertThat(ruling(NO_MORE_PATIENCE, counts(199, 0), counts(3800, 0))).isEqualTo(Ruling.INCONCLUSIVE);
    }

    @Test
    void shouldNeitherPassNorFailWithoutAnyRequests() {
        assertThat(ruling(HELD, counts(0, 0), counts(0, 0))).isEqualTo(Ruling.UNDECIDED);
        assertThat(ruling(NO_MORE_PATIENCE, counts(0, 0), counts(0, 0))).isEqualTo(Ruling.INCONCLUSIVE);
    }

    @Test
    void shouldNotFailACandidateForWhichThereIsNoBaseline() {
        assertThat(ruling(NO_MORE_PATIENCE, counts(500, 400), counts(0, 0))).isEqualTo(Ruling.INCONCLUSIVE);
    }

    @Test
    void shouldBeInconclusiveWhereTheSourceNeverHadData() {
        Look look = new Look(14, NO_MORE_PATIENCE, Optional.empty(), counts(9000, 0), "");

        Verdict verdict = judge.judge(FIRST_STEP, look);

        assertThat(verdict.ruling()).isEqualTo(Ruling.INCONCLUSIVE);
        assertThat(verdict.text()).contains("no data");
    }

    @Test
    void shouldNotPassWhileSomethingStandsInTheWay() {
        Look look = new Look(4, HELD, counts(500, 0), counts(9000, 0), "one instance is missing");

        Verdict verdict = judge.judge(FIRST_STEP, look);

        assertThat(verdict.ruling()).isEqualTo(Ruling.UNDECIDED);
        assertThat(verdict.text()).contains("one instance is missing");
    }

    @Test
    void shouldExplainItsNumbersInWords() {
        Verdict verdict = judge.judge(FIRST_STEP, new Look(4, HELD, counts(402, 31), counts(1610, 2), ""));

        assertThat(verdict.text())
                .isEqualTo("candidate 31 of 402 requests failed (7.7 %), stable 2 of 1610 requests failed (0.1 %);"
                        + " tolerated is +1 %; the chance to see this from a candidate within tolerance is at most"
                        + " 0.000020, not above the 0.00020 allowed at look 4 of 46: fail");
        assertThat(verdict.pValue()).isLessThan(verdict.alpha());
    }

    @Test
    void shouldSayWhatIsMissing() {
        Verdict verdict = judge.judge(FIRST_STEP, new Look(4, HELD, counts(20, 0), counts(1610, 2), ""));

        assertThat(verdict.text()).contains("the candidate answered fewer than the 200 requests that are needed");
    }

    private Ruling ruling(Duration elapsed, Optional<RequestCounts> candidate, Optional<RequestCounts> stable) {
        return judge.judge(FIRST_STEP, new Look(4, elapsed, candidate, stable, ""))
                .ruling();
    }

    private static Optional<RequestCounts> counts(long total, long errors) {
        return Optional.of(new RequestCounts(total, errors));
    }
}
