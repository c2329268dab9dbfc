package io.jenkins.plugins.servicedelivery.core.config;

/** Where a value was written, from the most general to the most particular; a later layer wins over an earlier one. */
public enum Layer {
    GLOBAL,
    LINE,
    SERVICE,
    ENVIRONMENT,
    LANE
}
