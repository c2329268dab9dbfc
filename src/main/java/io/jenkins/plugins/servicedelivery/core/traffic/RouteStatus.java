package io.jenkins.plugins.servicedelivery.core.traffic;

import java.time.Instant;
import java.util.Optional;

/**
 * A route as it is: what was written last, and since when it has been in effect at every parent (gateway or mesh),
 * propagation included. A written route is not yet in effect.
 *
 * @param inEffectSince empty while it is not in effect
 */
public record RouteStatus(Route written, Optional<Instant> inEffectSince) {
    /** Whether exactly this route is written and in effect. */
    public boolean shows(Route wanted) {
        return written.equals(wanted) && inEffectSince.isPresent();
    }
}
