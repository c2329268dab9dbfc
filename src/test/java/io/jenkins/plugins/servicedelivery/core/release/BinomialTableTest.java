package io.jenkins.plugins.servicedelivery.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with {@link Binomial}, which comes to the same numbers another way and is itself compared with exact sums. */
class BinomialTableTest {
    @ParameterizedTest
    @CsvSource({"1, 0.5", "10, 0.3", "40, 0.999", "1000, 0.001", "5000, 0.2", "2000000, 0.01", "300, 0.97"})
    void shouldHaveTheTailsOfTheDistribution(long trials, double chance) {
        BinomialTable table = BinomialTable.of(trials, chance);

        double sum = 0;
        for (long k = table.first(); k <= table.last(); k++) {
            double exact = Binomial.atLeast(k, trials, chance);
            assertThat(table.atLeast(k)).as("at least %s", k).isCloseTo(exact, within(1e-9 * exact + 1e-17));
            sum += table.exactly(k);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void shouldKnowWhatIsCertain() {
        assertThat(BinomialTable.of(7, 0).atLeast(1)).isZero();
        assertThat(BinomialTable.of(7, 1).atLeast(7)).isEqualTo(1);
        assertThat(BinomialTable.of(0, 0.4).atLeast(0)).isEqualTo(1);
        assertThat(BinomialTable.of(7, 0.4).atLeast(8)).isZero();
    }
}
