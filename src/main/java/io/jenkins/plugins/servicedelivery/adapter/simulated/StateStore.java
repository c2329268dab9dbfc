package io.jenkins.plugins.servicedelivery.adapter.simulated;

/** Where the simulated cluster is kept between two processes. */
interface StateStore extends AutoCloseable {
    /** In memory only. */
    StateStore NOWHERE = state -> {};

    /**
     * Keeps this state in place of the one before, or, where that is not possible, the one before.
     *
     * @throws io.jenkins.plugins.servicedelivery.core.shared.FailedException where it is not possible
     */
    void save(WorldState state);

    @Override
    default void close() {}
}
