package io.jenkins.plugins.servicedelivery.core.release;

import java.time.Duration;

/**
 * How the false-alarm probability of a whole release is spent over its looks. Nine tenths are divided equally over the
 * looks that the strategy plans, those of extended holds included. One tenth is kept for looks beyond the plan (a hold
 * begun again after a pause or an interrupted route): the j-th of them gets the share 1/(j(j+1)), and these shares
 * never add up to more than one. By the union bound the probability of any false alarm in the release is at most the total,
 * however the looks depend on each other and however many there are.
 *
 * @param total the probability for the whole release
 * @param planned the most looks that a release makes which is never paused or interrupted
 */
record FalseAlarmBudget(double total, int planned) {
    private static final double FOR_PLANNED = 0.9;

    /** The budget of a release by this strategy. */
    static FalseAlarmBudget of(ReleaseStrategy strategy) {
        ReleaseStrategy.JudgeSettings judge = strategy.judge();
        long looks = strategy.steps().stream()
                .mapToLong(step -> looksIn(step.hold().plus(judge.patience()), judge.interval()))
                .sum();
        return new FalseAlarmBudget(judge.falseAlarm(), Math.toIntExact(looks));
    }

    /** What this look may spend; looks are counted from 1 through the whole release. */
    double at(int look) {
        if (look <= planned) {
            return FOR_PLANNED * total / planned;
        }
        double beyond = look - planned;
        return (1 - FOR_PLANNED) * total / (beyond * (beyond + 1));
    }

    private static long looksIn(Duration length, Duration interval) {
        long whole = length.dividedBy(interval);
        return interval.multipliedBy(whole).compareTo(length) < 0 ? whole + 1 : Math.max(1, whole);
    }
}
