package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.operation.Decision;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Holding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Paused;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Preparing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Promoting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.RollingBack;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Selecting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Shifting;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import java.time.Duration;
import java.time.Instant;

/** What a release does when the world refuses one of its effects for good: before the promotion it goes back. */
final class ReleaseFailures {
    private static final Duration RETRY = Duration.ofSeconds(10);

    private ReleaseFailures() {}

    static Decision<ReleaseState> decide(ReleaseState state, DeliveryException failure, Instant now) {
        String why = failure.getMessage();
        if (state instanceof Preparing) {
            return Decision.advance(new RollingBack(why, false, now), why);
        }
        if (state instanceof RollingBack back && back.referenced()) {
            // the route may be refused because it names the candidate, whose Service may be gone
            return Decision.advance(new RollingBack(back.reason(), false, now), why);
        }
        return isReversible(state)
                ? Decision.advance(new RollingBack(why, true, now), why)
                : new Decision.Await<>(RETRY, why);
    }

    private static boolean isReversible(ReleaseState state) {
        return state instanceof Shifting
                || state instanceof Holding
                || state instanceof Paused
                || state instanceof Promoting
                || state instanceof Selecting;
    }
}
