package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.shared.Name;

/**
 * The image of a service as it lies in the registry.
 *
 * @param reference pinned by digest
 * @param labels what the image says of itself
 * @param reused nothing was built: the registry had the image of exactly these inputs
 */
public record BuiltImage(Name service, ImageReference reference, ImageLabels labels, boolean reused) {
    public BuiltImage {
        if (reference.digest().isEmpty()) {
            throw new IllegalArgumentException("the image " + reference + " is not pinned by digest");
        }
    }
}
