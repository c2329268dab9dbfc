package io.jenkins.plugins.servicedelivery.core.scan;

/** How sure a rule is that what it saw is a call: from a guess by name to an address handed to an HTTP client. */
public enum Confidence {
    POSSIBLE,
    LIKELY,
    CERTAIN
}
