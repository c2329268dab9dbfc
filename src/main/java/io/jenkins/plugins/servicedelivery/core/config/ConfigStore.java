package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;

/**
 * Port: keeps configuration revisions where running services or their platform can read them. Called by environment and
 * release operations from any thread; may block for one round trip; all methods are idempotent. Throws
 * {@link io.jenkins.plugins.servicedelivery.core.shared.UnavailableException} where the store does not answer.
 */
public interface ConfigStore {
    /** Makes the revision readable as a whole; a reader never sees half of it. Publishing it again changes nothing. */
    void publish(String namespace, ConfigRevision revision, Fence fence);

    /** The revision of this id, empty where it was never published or has been discarded. */
    Optional<ConfigRevision> read(String namespace, Digest id);

    /** The ids published for a service, in the order of their first publication. */
    List<Digest> history(String namespace, Name service);
}
