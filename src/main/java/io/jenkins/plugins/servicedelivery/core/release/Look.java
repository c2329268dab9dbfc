package io.jenkins.plugins.servicedelivery.core.release;

import java.time.Duration;
import java.util.Optional;

/**
 * What a judge looks at.
 *
 * @param number counted from 1 through the whole release
 * @param elapsed how long the window has been open
 * @param candidate its requests in the window; empty where the metric source has no data
 * @param stable its requests in the same window; empty where the metric source has no data
 * @param obstacle why the candidate may not pass now whatever the numbers say; usually empty
 */
public record Look(
        int number,
        Duration elapsed,
        Optional<RequestCounts> candidate,
        Optional<RequestCounts> stable,
        String obstacle) {}
