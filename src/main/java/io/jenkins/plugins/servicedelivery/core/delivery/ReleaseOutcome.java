package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import java.util.Optional;

/**
 * How a release ended, or where it waits.
 *
 * @param version the candidate's name
 * @param record of the release; empty where nothing was to be done
 * @param reason why it is so, with the judge's numbers where the judge decided
 * @param served what became of all requests of the service since the release began; empty where the metric source cannot say
 */
public record ReleaseOutcome(
        Result result, String version, Optional<RecordKey> record, String reason, Optional<RouteCounts> served) {
    /** The ways a release can end. */
    public enum Result {
        /** The candidate is the stable version now. */
        PROMOTED,
        /** Everything is as it was before. */
        ROLLED_BACK,
        /** The weight stays until a person resumes or rolls back. */
        PAUSED,
        /** The candidate was the stable version already; nothing was done. */
        ALREADY_LIVE
    }
}
