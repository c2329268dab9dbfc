package io.jenkins.plugins.servicedelivery.jenkins.agent;

import java.io.Serializable;

/** How a command has ended, and the end of what it said. */
public record CommandEnd(int exitCode, String output) implements Serializable {}
