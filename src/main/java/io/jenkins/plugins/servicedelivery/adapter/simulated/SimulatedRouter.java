package io.jenkins.plugins.servicedelivery.adapter.simulated;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteStatus;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.time.Instant;
import java.util.Optional;

/** The routes of the simulated cluster. What is written comes into effect after a short while, in the order of writing. */
final class SimulatedRouter implements Router {
    private final SimulatedWorld world;

    SimulatedRouter(SimulatedWorld world) {
        this.world = world;
    }

    @Override
    public Optional<RouteStatus> observe(RouteKey key) {
        return world.read(now -> Optional.ofNullable(now.routes().get(key)).flatMap(SimulatedRoute::status));
    }

    @Override
    public void write(RouteKey key, Route wanted, Fence fence) {
        String tried = "Writing the route of " + key;
        world.change(now -> {
            now.fence(fence, tried);
            Guard.writable(now, key.namespace(), tried);
            wanted.weights().keySet().forEach(version -> requireService(now, key, version, tried));
            return put(now, key, Optional.of(wanted));
        });
    }

    @Override
    public void remove(RouteKey key, Fence fence) {
        String tried = "Removing the route of " + key;
        world.change(now -> {
            now.fence(fence, tried);
            return now.routes().containsKey(key) ? put(now, key, Optional.empty()) : null;
        });
    }

    @CheckForNull
    private static Void put(World now, RouteKey key, Optional<Route> wanted) {
        SimulatedRoute route = now.routes().getOrDefault(key, SimulatedRoute.none(now.now()));
        if (!route.written().equals(wanted)) {
            double draw = now.draws("propagation " + key).unit(now.revision());
            Instant inEffect = now.now().plus(Span.PROPAGATION.at(draw));
            now.routes().put(key, route.write(wanted, inEffect));
            now.wrote(key.namespace());
        }
        return null;
    }

    private static void requireService(World now, RouteKey key, String version, String tried) {
        if (now.namespace(key.namespace()).object(ObjectLayout.SERVICE, version).isEmpty()) {
            throw new FailedException(
                    tried, "there is no Service " + version, "Bring the version up before requests are sent to it.");
        }
    }
}
