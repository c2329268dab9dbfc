package io.jenkins.plugins.servicedelivery.core.productline;

/**
 * A port that a service listens on, declared once for the image, the container, the Service and the probe.
 *
 * @param name what the port is for, for example {@code http}
 * @param number 1 to 65535
 */
public record Port(String name, int number) {
    public Port {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("port " + number + " is outside 1 to 65535");
        }
    }
}
