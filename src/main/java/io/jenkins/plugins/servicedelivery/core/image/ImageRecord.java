package io.jenkins.plugins.servicedelivery.core.image;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an image that is no function of its inputs. It is attached to the image in the registry and never
 * part of it.
 *
 * @param origin where the build came from
 * @param builtAt when the image was stored
 */
public record ImageRecord(Origin origin, Instant builtAt) {
    /**
     * Where a build came from, as far as its caller knows.
     *
     * @param commit of the sources
     * @param branch of the sources
     * @param buildUrl page of the build
     */
    public record Origin(Optional<String> commit, Optional<String> branch, Optional<String> buildUrl) {
        /** Nothing is known. */
        public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
