package io.jenkins.plugins.servicedelivery.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.JudgeSettings;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Step;
import io.jenkins.plugins.servicedelivery.core.release.Verdict.Ruling;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the real judge, over all looks of a release, rolls a good candidate back, and how often it catches a bad one.
 * The rates are of whole releases. Every number is drawn with a fixed seed.
 */
class JudgeErrorRateTest {
    private static final double[] BASE_RATES = {0, 0.001, 0.01, 0.05, 0.2};
    private static final int[] PER_INTERVAL = {2, 20, 200, 2000};
    private static final int EACH = 2000 / (BASE_RATES.length * PER_INTERVAL.length);
    private static final double STATED = 0.01;
    private static final double TOLERANCE = 0.01;

    @Test
    void shouldRollBackNoMoreEqualReleasesThanStated() {
        assertThat(rolledBackOf2000(0, TOLERANCE, STATED)).isLessThanOrEqualTo((long) (2000 * STATED));
    }

    @Test
    void shouldRollBackNoMoreThanStatedOfThoseExactlyAtTheTolerance() {
        assertThat(rolledBackOf2000(TOLERANCE, TOLERANCE, STATED)).isLessThanOrEqualTo((long) (2000 * STATED));
    }

    /** The union bound costs something; this shows that the budget is really spent and not simply never used. */
    @Test
    void shouldSpendABudgetThatIsLarge() {
        JudgeSimulation atTheTolerance = new JudgeSimulation(strategy(TOLERANCE, 0.5), 0.05, 0.05 + TOLERANCE, 200);

        assertThat(atTheTolerance.rolledBack(300, 11)).isBetween(3L, 150L);
    }

    @Test
    void shouldStayWithinTheStatedRateWithoutAnyTolerance() {
        JudgeSimulation equal = new JudgeSimulation(strategy(0, 0.05), 0.02, 0.02, 200);

        assertThat(equal.rolledBack(500, 5)).isLessThanOrEqualTo(25);
    }

    /** The control: what the same simulation makes of a judge that tests at 5 % at every look, as if it were the only one. */
    @Test
    void shouldShowThatAnUncorrectedTestAtEachOf25LooksRollsBackMostlyGoodReleases() {
        ReleaseStrategy fiveByFive = fiveStepsOfFiveLooks();
        JudgeSimulation equal = new JudgeSimulation(fiveByFive, 0.05, 0.05, 1000);

        long uncorrected = equal.rolledBack(250, 3, (step, look) -> uncorrected(fiveByFive, step, look));
        long corrected = equal.rolledBack(250, 3);

        // about a third measured; an independent 5 % test at each of the five steps alone would already make 23 %
        assertThat(uncorrected / 250.0).isBetween(0.30, 0.45);
        assertThat(corrected / 250.0).isLessThanOrEqualTo(STATED);
    }

    /** Stable fails at 0.5 %, tolerance 1 %: what share of candidates that are worse by so much is rolled back. */
    @ParameterizedTest
    @CsvSource({"60, 0, 5, 12, 32", "300, 70, 90, 97, 100", "1500, 99, 100, 99, 100"})
    void shouldCatchWorseCandidatesAsOftenAsDocumented(
            int perInterval, double five, double atMostFive, double ten, double atMostTen) throws IOException {
        double byOne = power(0.01, perInterval);
        double byFive = power(0.05, perInterval);
        double byTen = power(0.10, perInterval);

        assertThat(byOne).isLessThanOrEqualTo(100 * STATED);
        assertThat(byFive).isBetween(five, atMostFive);
        assertThat(byTen).isBetween(ten, atMostTen);
        assertThat(Files.readAllLines(Path.of("docs", "user", "judge.md")).stream()
                        .filter(line -> line.startsWith("| ")))
                .contains(String.format(
                        Locale.ROOT,
                        "| %d requests/s | %.0f %% | %.0f %% | %.0f %% |",
                        perInterval / 30,
                        byOne,
                        byFive,
                        byTen));
    }

    private static double power(double worseBy, int perInterval) {
        int releases = 300;
        return new JudgeSimulation(strategy(TOLERANCE, STATED), 0.005, 0.005 + worseBy, perInterval)
                        .rolledBack(releases, 7)
                * 100.0
                / releases;
    }

    private static long rolledBackOf2000(double worseBy, double tolerance, double falseAlarm) {
        ReleaseStrategy strategy = strategy(tolerance, falseAlarm);
        long rolledBack = 0;
        long seed = 0;
        for (double base : BASE_RATES) {
            for (int perInterval : PER_INTERVAL) {
                rolledBack += new JudgeSimulation(strategy, base, base + worseBy, perInterval).rolledBack(EACH, ++seed);
            }
        }
        return rolledBack;
    }

    private static Ruling uncorrected(ReleaseStrategy strategy, int step, Look look) {
        double p = new WithinTolerance(
                        look.candidate().orElseThrow(), look.stable().orElseThrow(), 0)
                .pValue(0.05);
        if (p <= 0.05) {
            return Ruling.FAIL;
        }
        boolean over = look.elapsed().compareTo(strategy.steps().get(step).hold()) >= 0;
        return over ? Ruling.PASS : Ruling.UNDECIDED;
    }

    private static ReleaseStrategy fiveStepsOfFiveLooks() {
        List<Step> steps = new ArrayList<>();
        for (int weight : new int[] {5, 10, 25, 50, 75}) {
            steps.add(new Step(new Weight(weight), Duration.ofSeconds(150), false));
        }
        return ReleaseFixtures.with(
                ReleaseFixtures.careful(), steps, strategy(0, STATED).judge());
    }

    private static ReleaseStrategy strategy(double tolerance, double falseAlarm) {
        ReleaseStrategy careful = ReleaseFixtures.careful();
        JudgeSettings judge = careful.judge();
        return ReleaseFixtures.with(
                careful,
                careful.steps(),
                new JudgeSettings(
                        judge.interval(),
                        judge.warmUp(),
                        tolerance,
                        judge.minimumRequests(),
                        falseAlarm,
                        judge.patience(),
                        judge.inconclusive()));
    }
}
