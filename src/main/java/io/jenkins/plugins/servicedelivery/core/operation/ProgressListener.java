package io.jenkins.plugins.servicedelivery.core.operation;

/** Hears what every tick came to, for showing it to people. Must not block for long. */
@FunctionalInterface
public interface ProgressListener {
    /** Nobody listens. */
    ProgressListener NONE = progress -> {};

    void onProgress(Progress<?, ?> progress);
}
