package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.environment.ClaimNames;
import io.jenkins.plugins.servicedelivery.core.environment.ConfiguredVersion;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.Ownership;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;
import java.util.List;

/**
 * What one gray release will do, frozen. The candidate's image digest and configuration revision and the route that leads
 * to it are one release unit: released together, judged together, rolled back together.
 *
 * @param owner whose namespace it is: product line and environment
 * @param stable the version that requests went to when the plan was made, and go to again after a rollback
 * @param replicas how many instances the candidate gets: as many as it needs for all requests
 * @param drain how long a version without weight is left alone before its reference, and then its objects, go
 */
public record ReleasePlan(
        Ownership owner,
        String namespace,
        LiveVersion stable,
        ConfiguredVersion candidate,
        int replicas,
        ReleaseStrategy strategy,
        Duration drain)
        implements Plan {
    public ReleasePlan {
        if (stable.name().equals(candidate.name())) {
            throw new IllegalArgumentException(stable.name() + " cannot be released over itself");
        }
    }

    /** The service that is released. */
    public Name service() {
        return candidate.version().service();
    }

    /** The route of the service. */
    public RouteKey route() {
        return new RouteKey(namespace, service());
    }

    /** The name of the one claim that the release holds: the service's. */
    public String claim() {
        return ClaimNames.service(namespace, service());
    }

    @Override
    public List<String> claims() {
        return List.of(claim());
    }

    /** How the route divides requests with this share to the candidate; both versions are referenced. */
    public Route split(Weight toCandidate) {
        return Route.split(stable.name(), candidate.name(), toCandidate);
    }
}
