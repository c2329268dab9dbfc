package io.jenkins.plugins.servicedelivery.core.config;

/** What the text of a value must look like. Durations are written like {@code 250ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}. */
public enum ValueType {
    TEXT,
    NUMBER,
    BOOLEAN,
    DURATION,
    URL
}
