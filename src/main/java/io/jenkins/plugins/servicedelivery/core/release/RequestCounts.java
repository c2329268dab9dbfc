package io.jenkins.plugins.servicedelivery.core.release;

/**
 * How many requests were answered and how many of the answers were errors (the service's fault: HTTP 5xx).
 *
 * @param total all answered requests, the errors included
 */
public record RequestCounts(long total, long errors) {
    public static final RequestCounts NONE = new RequestCounts(0, 0);

    public RequestCounts {
        if (errors < 0 || errors > total) {
            throw new IllegalArgumentException(errors + " errors of " + total + " requests cannot be");
        }
    }

    /** The share of errors, 0 to 1; 0 where there were no requests. */
    public double errorRate() {
        return total == 0 ? 0 : (double) errors / total;
    }
}
