package io.jenkins.plugins.servicedelivery.core.delivery;

/** The process dies here, as far as a test can play that: nothing in the product catches it. */
public final class CrashError extends Error {
    private static final long serialVersionUID = 1L;

    CrashError(String where) {
        super("the process was killed at " + where);
    }
}
