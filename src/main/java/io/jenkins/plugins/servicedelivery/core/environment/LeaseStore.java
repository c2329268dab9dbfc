package io.jenkins.plugins.servicedelivery.core.environment;

import java.util.List;
import java.util.Optional;

/**
 * Port: keeps claims by compare-and-set, and knows nothing of when one may be taken; {@link Claims} does. Called from
 * any thread; may block for one round trip. Throws
 * {@link io.jenkins.plugins.servicedelivery.core.shared.UnavailableException} where the cluster does not answer.
 */
public interface LeaseStore {
    /** The claim of this name, empty where it was never taken. */
    Optional<Claim> read(String name);

    /** All claims, sorted by name. */
    List<Claim> list();

    /**
     * Writes the claim if the store still has the version that it carries (empty: has none of this name), and returns it
     * with its new version.
     *
     * @throws io.jenkins.plugins.servicedelivery.core.shared.ConflictException where the store has another version
     */
    Claim write(Claim claim);
}
