package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.JudgeSettings;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Step;
import io.jenkins.plugins.servicedelivery.core.shared.Durations;
import java.util.List;

/** The steps of a strategy rise and stay below 100, and its judge can reach a verdict. */
final class StrategyRule implements Rule {
    private static final DocumentPath STEPS = DocumentPath.of("steps");
    private static final double MOST_FALSE_ALARM = 0.5;

    @Override
    public void check(CatalogDraft draft, Report report) {
        for (Sited<ReleaseStrategy> strategy : draft.strategies()) {
            if (strategy.value().steps().isEmpty()) {
                report.problem(
                        "no-steps",
                        strategy,
                        STEPS,
                        "The release strategy \"" + strategy.value().name() + "\" has no steps.",
                        "Write at least one weight below 100 that is held and judged.");
            }
            steps(strategy, report);
            judge(strategy, strategy.value().judge(), report);
        }
    }

    private static void steps(Sited<ReleaseStrategy> strategy, Report report) {
        List<Step> steps = strategy.value().steps();
        JudgeSettings judge = strategy.value().judge();
        int before = 0;
        for (int i = 0; i < steps.size(); i++) {
            int weight = steps.get(i).weight().percent();
            weight(strategy, STEPS.item(i).key("weight"), before, weight, report);
            before = Math.max(before, weight);
            if (steps.get(i).hold().compareTo(judge.warmUp()) <= 0) {
                report.problem(
                        "hold-too-short",
                        strategy,
                        STEPS.item(i).key("hold"),
                        "The hold must be longer than the judge's warm-up of " + Durations.print(judge.warmUp()) + ".",
                        "Otherwise nothing is left to judge: lengthen the hold, or shorten the warm-up.");
            }
        }
    }

    private static void weight(
            Sited<ReleaseStrategy> strategy, DocumentPath path, int before, int weight, Report report) {
        if (weight < 1 || weight > 99) {
            report.problem(
                    "bad-weight",
                    strategy,
                    path,
                    "A step has a weight from 1 to 99, not " + weight + ".",
                    "After the last step the candidate is promoted to 100 by itself.");
        } else if (weight <= before) {
            report.problem(
                    "weights-not-rising",
                    strategy,
                    path,
                    "The weight " + weight + " does not rise above the " + before + " of the step before.",
                    "Write the steps in the order of their weights.");
        }
    }

    private static void judge(Sited<ReleaseStrategy> strategy, JudgeSettings judge, Report report) {
        DocumentPath path = DocumentPath.of("judge");
        if (judge.errorTolerance() >= 1) {
            report.problem(
                    "bad-tolerance",
                    strategy,
                    path.key("errorTolerance"),
                    "A tolerance of 100 % lets every candidate pass.",
                    "Write how much more errors than stable are tolerable, for example 1%.");
        }
        if (judge.falseAlarm() <= 0 || judge.falseAlarm() > MOST_FALSE_ALARM) {
            report.problem(
                    "bad-false-alarm",
                    strategy,
                    path.key("falseAlarm"),
                    "The rate of false alarms must be more than 0 and at most 50 %.",
                    "Write how many good releases may be rolled back by chance, for example 1%.");
        }
        if (judge.minimumRequests() < 1) {
            report.problem(
                    "bad-minimum",
                    strategy,
                    path.key("minimumRequests"),
                    "The judge needs at least one request.",
                    "Write how many requests a verdict needs, for example 200.");
        }
    }
}
