package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.release.MetricSource;
import io.jenkins.plugins.servicedelivery.core.release.RequestCounts;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.release.Window;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.util.Optional;

/** A metric source that is down. */
final class DeadMetrics implements MetricSource {
    @Override
    public Optional<RequestCounts> counts(RouteKey route, String version, Window window) {
        throw new UnavailableException("Reading metrics", "connection refused", "Try again.");
    }

    @Override
    public Optional<RouteCounts> served(RouteKey route, Window window) {
        throw new UnavailableException("Reading metrics", "connection refused", "Try again.");
    }
}
