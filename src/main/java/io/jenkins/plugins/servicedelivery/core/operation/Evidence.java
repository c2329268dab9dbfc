package io.jenkins.plugins.servicedelivery.core.operation;

import java.time.Instant;

/**
 * One line of an operation's story: a transition, a verdict with its numbers, a refusal. Appended, never changed.
 *
 * @param kind {@code transition}, {@code enforced}, {@code verdict}, {@code signal} or {@code failure}
 */
public record Evidence(Instant at, String kind, String text) {}
