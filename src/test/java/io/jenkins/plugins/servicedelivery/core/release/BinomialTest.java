package io.jenkins.plugins.servicedelivery.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
    private static final double RELATIVE = 1e-8;

    @Test
    void shouldEqualTheExactSumsForEverySmallCase() {
        for (int trials = 1; trials <= 40; trials += 3) {
            for (int successes = 0; successes <= trials; successes++) {
                for (double probability : new double[] {0.001, 0.01, 0.25, 0.5, 0.9, 0.999}) {
                    double exact = exactAtLeast(successes, trials, probability);

                    assertThat(Binomial.atLeast(successes, trials, probability))
                            .as("%s of %s at %s", successes, trials, probability)
                            .isCloseTo(exact, withinPercentage(100 * RELATIVE));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 2000, 0.01", "40, 400, 0.02", "120, 5000, 0.01", "300, 300, 0.9", "25, 1000, 0.001"})
    void shouldKeepItsDigitsFarOutInTheTail(int successes, int trials, double probability) {
        double exact = exactAtLeast(successes, trials, probability);

        assertThat(exact).isLessThan(1e-10);
        assertThat(Binomial.atLeast(successes, trials, probability)).isCloseTo(exact, withinPercentage(1e-4));
    }

    @Test
    void shouldGiveTheLowerTailAsTheMirroredUpperOne() {
        assertThat(Binomial.atMost(3, 10, 0.3)).isCloseTo(1 - exactAtLeast(4, 10, 0.3), within(1e-12));
        assertThat(Binomial.atMost(10, 10, 0.3)).isEqualTo(1);
        assertThat(Binomial.atMost(0, 0, 0.3)).isEqualTo(1);
    }

    /** Two-sided 95 % intervals as tables print them; the upper end is the one-sided bound at 2.5 %. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.3085",
        "1, 10, 0.4450",
        "5, 10, 0.8129",
        "10, 10, 1.0",
        "0, 20, 0.1684",
        "1, 20, 0.2487",
        "5, 20, 0.4910",
        "0, 100, 0.0362",
        "1, 100, 0.0545",
        "10, 100, 0.1762",
        "50, 100, 0.6017"
    })
    void shouldGiveThePublishedBoundsOfClopperAndPearson(int successes, int trials, double published) {
        assertThat(Binomial.upperBound(successes, trials, 0.025)).isCloseTo(published, within(0.00006));
    }

    @ParameterizedTest
    @CsvSource({"0, 50, 1e-5", "3, 50, 1e-5", "1, 100000, 5e-5", "499, 500, 1e-4", "2000, 100000, 1e-9", "1, 2, 0.5"})
    void shouldNeverBeBelowTheBoundItself(int successes, int trials, double level) {
        double bound = Binomial.upperBound(successes, trials, level);

        assertThat(Binomial.atMost(successes, trials, bound)).isLessThanOrEqualTo(level * (1 + 1e-9));
        assertThat(Binomial.atMost(successes, trials, bound * (1 - 1e-6))).isGreaterThan(level);
    }

    @Test
    void shouldKnowNothingWithoutTrials() {
        assertThat(Binomial.upperBound(0, 0, 0.05)).isEqualTo(1);
        assertThat(Binomial.atLeast(0, 0, 0.05)).isEqualTo(1);
    }

    /** The sum of the definition, in decimal numbers of 60 digits. */
    private static double exactAtLeast(int successes, int trials, double probability) {
        MathContext digits = new MathContext(60);
        BigDecimal p = new BigDecimal(probability);
        BigDecimal q = BigDecimal.ONE.subtract(p);
        BigDecimal sum = BigDecimal.ZERO;
        BigInteger choose = BigInteger.ONE;
        for (int k = 0; k <= trials; k++) {
            if (k >= successes) {
                sum = sum.add(new BigDecimal(choose)
                        .multiply(p.pow(k, digits), digits)
                        .multiply(q.pow(trials - k, digits), digits));
            }
            choose = choose.multiply(BigInteger.valueOf(trials - k)).divide(BigInteger.valueOf(k + 1L));
        }
        return sum.doubleValue();
    }
}
