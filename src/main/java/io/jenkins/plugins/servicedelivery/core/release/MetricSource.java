package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.util.Optional;

/**
 * Port: the numbers that a judge reads. Called once per look from any thread; may block for one round trip; reads only.
 * Throws {@link io.jenkins.plugins.servicedelivery.core.shared.UnavailableException} where the source does not answer.
 */
public interface MetricSource {
    /** The requests that a version answered in a window; empty where the source has no data for it (yet). */
    Optional<RequestCounts> counts(RouteKey route, String version, Window window);

    /** The requests that arrived at a route in a window; empty where the source has no data for it. */
    Optional<RouteCounts> served(RouteKey route, Window window);
}
