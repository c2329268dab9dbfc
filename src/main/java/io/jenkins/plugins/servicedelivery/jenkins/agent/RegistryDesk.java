package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.util.List;
import java.util.Optional;

/** Where a build's images go and come from, as the controller decides it for this build. Asked by several threads. */
interface RegistryDesk {
    /** Where the images of a line go, of which the catalog of the workspace says that they go to this host. */
    Destination destination(Name line, String host);

    /** How a registry is reached that holds a base image. */
    RegistryAccess base(String host);

    /** The digest that a tag or digest means in the built-in registry. */
    Optional<Digest> find(ImageReference image) throws InterruptedException;

    /** Those of these digests that the built-in registry does not hold. */
    List<String> lacking(List<String> digests);

    /**
     * Puts an image that came from an agent into the built-in registry, every part checked against its digest.
     *
     * @param image with its tag and its digest
     */
    ImageReference store(IncomingLayout incoming, ImageReference image) throws InterruptedException;
}
