package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import java.util.Map;
import java.util.Optional;

/**
 * How the simulated cluster gets an image before it starts an instance, as a kubelet does. It reads only the image's
 * labels, which say how the simulated instance behaves.
 */
@FunctionalInterface
public interface ImagePull {
    /** Every image can be had and says nothing about its behaviour. */
    ImagePull EVERYTHING = image -> Optional.of(Map.of());

    /**
     * The labels of the image; empty where the registry has no such image. A
     * {@link io.jenkins.plugins.servicedelivery.core.shared.DeliveryException} means that it could not be asked.
     */
    Optional<Map<String, String>> labels(ImageReference image);
}
