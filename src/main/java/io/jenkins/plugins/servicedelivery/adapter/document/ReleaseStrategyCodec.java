package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Inconclusive;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.JudgeSettings;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Step;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads release strategies. */
final class ReleaseStrategyCodec implements Codec<ReleaseStrategy> {
    private static final JudgeSettings DEFAULT_JUDGE = new JudgeSettings(
            Defaults.INTERVAL,
            Defaults.WARM_UP,
            Defaults.ERROR_TOLERANCE,
            Defaults.MINIMUM_REQUESTS,
            Defaults.FALSE_ALARM,
            Defaults.PATIENCE,
            Defaults.INCONCLUSIVE);

    @Override
    public ReleaseStrategy read(Name name, Fields fields) {
        return new ReleaseStrategy(
                name,
                fields.need("steps", item -> item.list(step -> step.fields(ReleaseStrategyCodec::step)), List.of()),
                fields.take("judge", item -> item.fields(ReleaseStrategyCodec::judge), DEFAULT_JUDGE),
                fields.take("readyWithin", Scalars::positiveDuration, Defaults.READY_WITHIN),
                fields.take("inEffectWithin", Scalars::positiveDuration, Defaults.IN_EFFECT_WITHIN),
                fields.take("keep", Scalars::duration, Defaults.KEEP),
                fields.take("abandonAfter", Scalars::positiveDuration, Defaults.ABANDON_AFTER));
    }

    private static Step step(Fields fields) {
        return new Step(
                fields.need("weight", ReleaseStrategyCodec::weight, Weight.NONE),
                fields.need("hold", Scalars::positiveDuration, Duration.ZERO),
                fields.take("manual", Scalars::flag, false));
    }

    private static Optional<Weight> weight(Item item) {
        return Scalars.wholeNumber(item, 0, Weight.ALL.percent()).map(Weight::new);
    }

    private static JudgeSettings judge(Fields fields) {
        return new JudgeSettings(
                fields.take("interval", Scalars::positiveDuration, Defaults.INTERVAL),
                fields.take("warmUp", Scalars::duration, Defaults.WARM_UP),
                fields.take("errorTolerance", Scalars::percentage, Defaults.ERROR_TOLERANCE),
                fields.take(
                        "minimumRequests",
                        item -> Scalars.wholeNumber(item, 1, Integer.MAX_VALUE),
                        Defaults.MINIMUM_REQUESTS),
                fields.take("falseAlarm", Scalars::percentage, Defaults.FALSE_ALARM),
                fields.take("patience", Scalars::duration, Defaults.PATIENCE),
                fields.take("inconclusive", item -> Scalars.choice(item, Inconclusive.class), Defaults.INCONCLUSIVE));
    }
}
