package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;

/**
 * An image that lies where it belongs.
 *
 * @param image pinned by digest
 * @param reused it was there before
 */
public record DeliveredImage(Name service, ImageReference image, boolean reused) {}
