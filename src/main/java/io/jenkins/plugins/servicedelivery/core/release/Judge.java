package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.JudgeSettings;
import io.jenkins.plugins.servicedelivery.core.release.Verdict.Ruling;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares the errors of the candidate with those of the stable version in the same window, and says whether the candidate
 * may go on. The probability that it fails a candidate within tolerance is stated per release; see
 * {@code docs/user/judge.md}. A pure value: the same look gets the same verdict.
 */
public final class Judge {
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private final ReleaseStrategy strategy;
    private final FalseAlarmBudget budget;

    public Judge(ReleaseStrategy strategy) {
        this.strategy = strategy;
        this.budget = FalseAlarmBudget.of(strategy);
    }

    /** The verdict at one look in the hold of this step, counted from 0. */
    public Verdict judge(int step, Look look) {
        if (look.candidate().isEmpty() || look.stable().isEmpty()) {
            return withoutNumbers(step, look);
        }
        RequestCounts candidate = look.candidate().get();
        RequestCounts stable = look.stable().get();
        double alpha = budget.at(look.number());
        double p = new WithinTolerance(candidate, stable, settings().errorTolerance()).pValue(alpha);
        Ruling ruling = p <= alpha ? Ruling.FAIL : rulingUnlessFailed(step, look, lacking(look));
        return new Verdict(ruling, look, p, alpha, explain(look, candidate, stable, p, alpha, ruling));
    }

    private Verdict withoutNumbers(int step, Look look) {
        Ruling ruling = rulingUnlessFailed(step, look, Optional.of("no numbers"));
        String text = look.obstacle().isEmpty() ? "the metric source has no data" : look.obstacle();
        return new Verdict(ruling, look, 1, budget.at(look.number()), text + ": " + word(ruling));
    }

    private Ruling rulingUnlessFailed(int step, Look look, Optional<String> lacking) {
        if (look.elapsed().compareTo(strategy.steps().get(step).hold()) < 0) {
            return Ruling.UNDECIDED;
        }
        if (lacking.isEmpty()) {
            return Ruling.PASS;
        }
        boolean patient = look.elapsed()
                        .compareTo(strategy.steps()
                                .get(step)
                                .hold()
                                .plus(settings().patience()))
                < 0;
        return patient ? Ruling.UNDECIDED : Ruling.INCONCLUSIVE;
    }

    /** What is missing before the candidate can pass. */
    private Optional<String> lacking(Look look) {
        if (!look.obstacle().isEmpty()) {
            return Optional.of(look.obstacle());
        }
        return tooFew("the candidate", look.candidate()).or(() -> tooFew("stable", look.stable()));
    }

    private Optional<String> tooFew(String who, Optional<RequestCounts> counts) {
        return counts.filter(c -> c.total() < settings().minimumRequests())
                .map(c ->
                        who + " answered fewer than the " + settings().minimumRequests() + " requests that are needed");
    }

    /** A look that decides nothing is told in short, because there are many; one that decides, with all its numbers. */
    private String explain(
            Look look, RequestCounts candidate, RequestCounts stable, double p, double alpha, Ruling ruling) {
        String numbers = "candidate " + share(candidate) + ", stable " + share(stable);
        if (ruling == Ruling.UNDECIDED) {
            return numbers + lacking(look).map(why -> "; " + why).orElse("") + ": " + word(ruling);
        }
        String tolerated = numbers + "; tolerated is +" + percent(settings().errorTolerance()) + "; ";
        String allowed = " the " + probability(alpha) + " allowed at look " + look.number() + " of " + budget.planned();
        String chance = "the chance to see this from a candidate within tolerance is ";
        if (ruling == Ruling.FAIL) {
            return tolerated + chance + "at most " + probability(p) + ", not above" + allowed + ": fail";
        }
        String doubt = p < 1
                ? chance + "above" + allowed
                : "the difference is within tolerance (look " + look.number() + " of " + budget.planned() + ")";
        return tolerated + doubt + lacking(look).map(why -> "; " + why).orElse("") + ": " + word(ruling);
    }

    private JudgeSettings settings() {
        return strategy.judge();
    }

    private static String word(Ruling ruling) {
        return ruling.name().toLowerCase(Locale.ROOT);
    }

    private static String share(RequestCounts counts) {
        return counts.errors() + " of " + counts.total() + " requests failed (" + percent(counts.errorRate()) + ")";
    }

    private static String percent(double share) {
        double percent = share * 100;
        return percent == Math.rint(percent)
                ? String.format(Locale.ROOT, "%.0f %%", percent)
                : String.format(Locale.ROOT, percent < 0.1 ? "%.2g %%" : "%.1f %%", percent);
    }

    private static String probability(double p) {
        return p >= 0.001
                ? String.format(Locale.ROOT, "%.3f", p)
                : new BigDecimal(p).round(TWO_DIGITS).toPlainString();
    }
}
