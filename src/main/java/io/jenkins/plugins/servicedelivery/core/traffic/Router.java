package io.jenkins.plugins.servicedelivery.core.traffic;

import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import java.util.Optional;

/**
 * Port: writes and reads the routes of services. Called by environment and release operations from any thread; may
 * block for one round trip. All methods are idempotent. Writes throw
 * {@link io.jenkins.plugins.servicedelivery.core.shared.FencedException} where a newer fence has been seen for the same
 * claim, and {@link io.jenkins.plugins.servicedelivery.core.shared.UnavailableException} where the cluster does not answer.
 */
public interface Router {
    /** The route as it is, empty where there is none. */
    Optional<RouteStatus> observe(RouteKey key);

    /**
     * Makes the route divide requests as wanted, creating it where it is missing. It comes into effect later. A version
     * whose Service does not exist is refused ({@link io.jenkins.plugins.servicedelivery.core.shared.FailedException}).
     */
    void write(RouteKey key, Route wanted, Fence fence);

    /** Removes the route; a route that is not there is fine. */
    void remove(RouteKey key, Fence fence);
}
