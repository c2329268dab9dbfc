package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.release.MetricSource;
import io.jenkins.plugins.servicedelivery.core.release.RequestCounts;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.release.Window;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import java.util.Optional;
import java.util.function.Function;

/**
 * The counted requests of the simulated cluster. A window holds the seconds that lie wholly inside it, counted from when
 * its route came into effect, so that no request from outside is ever in it.
 */
final class SimulatedMetricSource implements MetricSource {
    private final SimulatedWorld world;

    SimulatedMetricSource(SimulatedWorld world) {
        this.world = world;
    }

    @Override
    public Optional<RequestCounts> counts(RouteKey route, String version, Window window) {
        return from(route, window, tally -> tally.counts(version, window));
    }

    @Override
    public Optional<RouteCounts> served(RouteKey route, Window window) {
        return from(route, window, tally -> tally.served(window));
    }

    private <T> Optional<T> from(RouteKey route, Window window, Function<Tally, Optional<T>> look) {
        return world.read(now -> window.from().isBefore(now.now().minus(Era.KEPT_FOR))
                ? Optional.empty()
                : Optional.ofNullable(now.tallies().get(route)).flatMap(look));
    }
}
