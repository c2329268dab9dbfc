package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;

/**
 * A version as the cluster has it.
 *
 * @param wanted how many instances it should have
 * @param ready how many of them answer their probe
 * @param hindrance why it is not ready, as the cluster says it; empty while it is merely starting
 */
public record LiveVersion(
        String name,
        Name service,
        ImageReference image,
        Digest configuration,
        int wanted,
        int ready,
        String hindrance) {
    /** Whether every wanted instance is ready, and there is at least one. */
    public boolean isReady() {
        return wanted > 0 && ready >= wanted;
    }
}
