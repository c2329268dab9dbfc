package io.jenkins.plugins.servicedelivery.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FalseAlarmBudgetTest {
    @Test
    void shouldPlanTheLooksOfEveryStepAndItsExtension() {
        // steps of 2, 3 and 3 minutes, each extended by at most 5 minutes, a look every 30 seconds
        assertThat(FalseAlarmBudget.of(ReleaseFixtures.careful()).planned()).isEqualTo(14 + 16 + 16);
    }

    @Test
    void shouldDivideNineTenthsEquallyOverThePlannedLooks() {
        FalseAlarmBudget budget = new FalseAlarmBudget(0.01, 20);

        assertThat(budget.at(1)).isEqualTo(0.00045, within(1e-15));
        assertThat(budget.at(20)).isEqualTo(budget.at(1));
    }

    @Test
    void shouldNeverSpendMoreThanTheTotalHoweverManyLooksThereAre() {
        FalseAlarmBudget budget = new FalseAlarmBudget(0.01, 46);

        double spent = IntStream.rangeClosed(1, 100_000).mapToDouble(budget::at).sum();

        assertThat(spent).isLessThanOrEqualTo(0.01).isGreaterThan(0.00999);
    }
}
