package io.jenkins.plugins.servicedelivery.adapter.simulated;

import java.time.Instant;

/**
 * How a fresh simulated cluster begins. An existing one keeps what it began with.
 *
 * @param seed decides every chance: the same seed and the same calls give the same numbers
 * @param start the time its clock shows first
 * @param requestsPerSecond how many requests arrive at each service
 */
public record SimulationSettings(long seed, Instant start, double requestsPerSecond) {
    private static final long SEED = 20_260_101;
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final double RATE = 20;

    public SimulationSettings {
        if (!(requestsPerSecond >= 0 && requestsPerSecond <= 100_000)) {
            throw new IllegalArgumentException(
                    "a service gets 0 to 100000 requests per second, not " + requestsPerSecond);
        }
    }

    /** The first of January 2026, 20 requests per second, always the same chance. */
    public static SimulationSettings standard() {
        return new SimulationSettings(SEED, START, RATE);
    }

    /** The same with another seed. */
    public SimulationSettings seed(long other) {
        return new SimulationSettings(other, start, requestsPerSecond);
    }

    /** The same with another beginning. */
    public SimulationSettings start(Instant other) {
        return new SimulationSettings(seed, other, requestsPerSecond);
    }

    /** The same with another rate. */
    public SimulationSettings requestsPerSecond(double other) {
        return new SimulationSettings(seed, start, other);
    }
}
