package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Duration;

/**
 * A version as requests meet it.
 *
 * @param serving whether an instance is there to answer
 * @param errors the share of its answers that are errors
 */
record Backend(String version, Weight weight, boolean serving, double errors, Duration latency) {}
