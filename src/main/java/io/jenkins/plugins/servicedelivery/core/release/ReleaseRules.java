package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.operation.Decision.Await;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.RolledBack;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.RollingBack;
import io.jenkins.plugins.servicedelivery.core.shared.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the rules of all phases of a release have in common: what they look at at one tick, and the way back. */
abstract class ReleaseRules {
    static final Duration SOON = Duration.ofSeconds(1);
    static final Duration LATER = Duration.ofSeconds(10);

    final ReleasePlan plan;
    final ReleaseSituation situation;
    final ReleaseObservation seen;
    final Optional<Signal> signal;
    final Instant now;

    ReleaseRules(
            ReleasePlan plan,
            ReleaseSituation situation,
            ReleaseObservation seen,
            Optional<Signal> signal,
            Instant now) {
        this.plan = plan;
        this.situation = situation;
        this.seen = seen;
        this.signal = signal;
        this.now = now;
    }

    ReleaseState rollingBack(String reason) {
        boolean referenced = seen.candidate().objects() == ReleaseObservation.Extent.ALL
                && seen.route()
                        .filter(status -> status.written()
                                .weights()
                                .containsKey(plan.candidate().name()))
                        .isPresent();
        return new RollingBack(reason, referenced, now);
    }

    Decision<ReleaseState> namespaceGone() {
        return Decision.advance(new RolledBack("the namespace is gone"), "the namespace is gone");
    }

    Decision<ReleaseState> obeyRollback() {
        Signal asked = signal.orElseThrow();
        return Decision.obey(rollingBack(asked.words("rollback asked for")), asked);
    }

    Decision<ReleaseState> back(String why) {
        return Decision.advance(rollingBack(why), why);
    }

    Decision<ReleaseState> draining() {
        return new Await<>(SOON, "requests under way are being finished");
    }

    String notInEffect() {
        return "not in effect within " + words(plan.strategy().inEffectWithin());
    }

    String routeSeen() {
        return seen.route().map(status -> status.written().weights().toString()).orElse("nothing");
    }

    String selectedSeen() {
        return seen.selected().orElse("no version");
    }

    Duration until(Instant then) {
        Duration left = Duration.between(now, then);
        return left.isNegative() ? Duration.ZERO : left;
    }

    static String words(Duration length) {
        return Durations.print(length);
    }

    Decision<ReleaseState> impossible(String phase) {
        throw new IllegalStateException("a release that is " + phase + " is never in the situation " + situation);
    }
}
