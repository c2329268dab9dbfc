package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;

/**
 * A version as the cluster has it.
 *
 * @param ports of its version Service, so that the stable Service can be pointed back at it
 * @param wanted how many instances it should have
 * @param ready how many of them answer their probe
 * @param hindrance why it is not ready, as the cluster says it; empty while it is merely starting
 */
public record LiveVersion(
        String name,
        Name service,
        ImageReference image,
        Digest configuration,
        List<Port> ports,
        int wanted,
        int ready,
        String hindrance) {
    public LiveVersion {
        ports = List.copyOf(ports);
    }

    /** Whether every wanted instance is ready, and there is at least one. */
    public boolean isReady() {
        return wanted > 0 && ready >= wanted;
    }
}
