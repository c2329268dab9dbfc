package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;

/**
 * Port: makes images out of folders, and puts them into the registry that it was made for. Called by
 * {@code BuildServiceImage} on the machine where the sources are; safe for use by several threads on different source
 * folders. Folders are absolute paths as text, because only this port knows files. Every method blocks and may be
 * repeated.
 *
 * <p>Every method throws {@link FailedException} for a path that leaves the source folder, a missing file or a full
 * disk, and {@link InterruptedException} when the caller is interrupted.
 */
public interface ImageBuilder {
    /** Reads everything beside the plan that the image is a function of. Changes nothing. */
    BuildInputs inspect(BuildPlan plan) throws InterruptedException;

    /**
     * Removes what the plan's commands may have left earlier, so that only what they make now gets into the image:
     * exactly the recipe's outputs, without following links.
     */
    void clean(BuildPlan plan) throws InterruptedException;

    /**
     * Packages what the commands have made and stores the image under its digest, without a tag. The digest is a
     * function of the plan, the labels, the base and the bytes, names and executable bits of the packaged files; not of
     * times, owners, places or machines. What is in the registry already is not sent again; nothing names the image
     * until all of it is there.
     *
     * @return the image, pinned by digest
     */
    ImageReference build(BuildPlan plan, ImageLabels labels) throws InterruptedException;
}
