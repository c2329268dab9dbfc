package io.jenkins.plugins.servicedelivery.core.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.time.Duration;

/**
 * How long to wait between two ticks: not at all after a step, as told while waiting, longer and longer after failures and
 * while the same effects have to be carried out again and again.
 */
public final class Pacing {
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Timekeeper time;
    private final Duration patience;

    @CheckForNull
    private Duration troubleSince;

    private Duration backoff = SHORTEST;

    public Pacing(Timekeeper time, Duration patience) {
        this.time = time;
        this.patience = patience;
    }

    /**
     * The time until the next tick.
     *
     * @throws DeliveryException the hindrance, where hindrances have lasted longer than the patience
     */
    public Duration after(Progress<?, ?> progress) {
        if (progress instanceof Progress.Hindered<?, ?> hindered) {
            if (!mayStillWait()) {
                throw hindered.failure();
            }
            return longer();
        }
        if (progress instanceof Progress.Blocked) {
            return longer();
        }
        troubleSince = null;
        if (progress instanceof Progress.Enforced) {
            return longer();
        }
        backoff = SHORTEST;
        if (progress instanceof Progress.Waiting<?, ?> waiting) {
            return waiting.atMost().compareTo(LONGEST) < 0 ? waiting.atMost() : LONGEST;
        }
        return Duration.ZERO;
    }

    /** Whether trouble has lasted less than the patience; the first call after quiet starts the count. */
    public boolean mayStillWait() {
        if (troubleSince == null) {
            troubleSince = time.elapsed();
        }
        return time.elapsed().minus(troubleSince).compareTo(patience) < 0;
    }

    private Duration longer() {
        Duration wait = backoff;
        backoff = backoff.multipliedBy(2).compareTo(LONGEST) < 0 ? backoff.multipliedBy(2) : LONGEST;
        return wait;
    }
}
