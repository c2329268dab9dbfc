package io.jenkins.plugins.servicedelivery.core.release;

/**
 * What became of the requests that arrived at a route.
 *
 * @param total all that arrived
 * @param errors answered by a version with an error
 * @param lost answered by nobody: no instance was there to take them
 */
public record RouteCounts(long total, long errors, long lost) {}
