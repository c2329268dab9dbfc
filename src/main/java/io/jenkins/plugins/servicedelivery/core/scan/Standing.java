package io.jenkins.plugins.servicedelivery.core.scan;

/** How a dependency stands: what the catalog declares compared with what the sources show. */
public enum Standing {
    /** Declared and seen. */
    CONFIRMED,
    /** Seen and not declared. */
    UNDECLARED,
    /** Declared and not seen. */
    UNUSED,
    /** Declared or seen alone, and the scan policy accepts it. */
    ACCEPTED
}
