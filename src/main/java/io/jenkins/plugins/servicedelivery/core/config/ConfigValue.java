package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.shared.Place;

/** The value of a key, the layer that won and the place where it was written there. */
public record ConfigValue(String text, Layer layer, Place place) {}
