package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.util.Optional;

/** A router whose gateway accepts routes and, while it is stuck, never puts one that names two versions into effect. */
final class StuckRouter implements Router {
    private final Router router;

    StuckRouter(Router router) {
        this.router = router;
    }

    @Override
    public Optional<RouteStatus> observe(RouteKey key) {
        return router.observe(key)
                .map(status -> status.written().weights().size() > 1
                        ? new RouteStatus(status.written(), Optional.empty())
                        : status);
    }

    @Override
    public void write(RouteKey key, Route wanted, Fence fence) {
        router.write(key, wanted, fence);
    }

    @Override
    public void remove(RouteKey key, Fence fence) {
        router.remove(key, fence);
    }
}
