package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.stream.Stream;

/**
 * The removal of an environment with everything in it, frozen before anything is touched.
 *
 * @param services every service that has anything there
 */
public record RecyclePlan(Ownership owner, String namespace, List<Name> services) implements Plan {
    public RecyclePlan {
        services = List.copyOf(services);
    }

    /** The environment's claim and those of all its services, so that no release runs there meanwhile. */
    @Override
    public List<String> claims() {
        return Stream.concat(
                        Stream.of(ClaimNames.environment(namespace)),
                        services.stream().map(service -> ClaimNames.service(namespace, service)))
                .sorted()
                .toList();
    }
}
