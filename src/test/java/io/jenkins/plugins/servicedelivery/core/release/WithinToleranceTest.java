package io.jenkins.plugins.servicedelivery.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithinToleranceTest {
    private static final double ALPHA = 0.05;

    /** Every outcome of two small samples is weighed with its probability: no simulation, no chance. */
    @ParameterizedTest
    @CsvSource({"8, 8, 0", "12, 5, 0", "5, 12, 0.1", "20, 20, 0.05", "1, 30, 0.2", "30, 1, 0"})
    void shouldAlarmFalselyNoMoreOftenThanAllowedForAnyRate(int ofCandidate, int ofStable, double tolerance) {
        for (double rate = 0; rate <= 1 - tolerance; rate += 0.05) {
            double falseAlarm = 0;
            BinomialTable candidate = BinomialTable.of(ofCandidate, rate + tolerance);
            BinomialTable stable = BinomialTable.of(ofStable, rate);
            for (long c = candidate.first(); c <= candidate.last(); c++) {
                for (long s = stable.first(); s <= stable.last(); s++) {
                    if (pValue(c, ofCandidate, s, ofStable, tolerance) <= ALPHA) {
                        falseAlarm += candidate.exactly(c) * stable.exactly(s);
                    }
                }
            }
            assertThat(falseAlarm).as("stable fails at %s", rate).isLessThanOrEqualTo(ALPHA);
        }
    }

    @Test
    void shouldHavePowerEnoughToSeeAGreatDifference() {
        assertThat(pValue(8, 100, 0, 1000, 0.01)).isLessThan(0.01);
        assertThat(pValue(20, 100, 1, 100, 0.01)).isLessThan(0.01);
    }

    @Test
    void shouldFindNothingWithoutRequestsOnEitherSide() {
        assertThat(pValue(0, 0, 1, 100, 0.01)).isEqualTo(1);
        assertThat(pValue(50, 50, 0, 0, 0.01)).isEqualTo(1);
    }

    @Test
    void shouldFindNothingWhereTheDifferenceSeenIsTolerated() {
        assertThat(pValue(11, 1000, 1, 1000, 0.01)).isEqualTo(1);
        assertThat(pValue(0, 1000, 0, 1000, 0)).isEqualTo(1);
    }

    @Test
    void shouldFallAsTheCandidateGetsWorse() {
        double before = 1;
        for (int errors = 3; errors < 40; errors++) {
            double p = pValue(errors, 200, 1, 2000, 0.01);

            assertThat(p).as("%s errors", errors).isLessThanOrEqualTo(before);
            before = p;
        }
    }

    @Test
    void shouldManageABillionRequests() {
        assertThat(pValue(10_300_000, 500_000_000, 10_000_000, 1_000_000_000, 0.01))
                .isLessThan(ALPHA);
    }

    private static double pValue(long errors, long total, long stableErrors, long stableTotal, double tolerance) {
        return new WithinTolerance(
                        new RequestCounts(total, errors), new RequestCounts(stableTotal, stableErrors), tolerance)
                .pValue(ALPHA);
    }
}
