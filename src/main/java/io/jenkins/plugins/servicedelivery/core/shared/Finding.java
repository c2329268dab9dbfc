package io.jenkins.plugins.servicedelivery.core.shared;

/**
 * Something noticed about a correct input: an undeclared dependency, an image without a user, a value that looks like
 * a secret. Unlike a {@link Problem} it does not make the input invalid; a gate decides what its severity means.
 *
 * @param rule the identifier of the rule that found it, documented for users
 * @param subject what it is about, usually a service name
 */
public record Finding(Severity severity, String rule, String subject, String message, Place place, String remedy) {}
