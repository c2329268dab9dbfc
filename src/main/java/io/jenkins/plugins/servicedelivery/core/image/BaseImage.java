package io.jenkins.plugins.servicedelivery.core.image;

/** What an image is built on. */
public sealed interface BaseImage {
    /** Nothing: the image holds only what the template adds, and cannot be started where a run-time environment is needed. */
    record Empty() implements BaseImage {}

    /** An image in a registry, pinned by digest. */
    record InRegistry(ImageReference reference) implements BaseImage {}

    /**
     * An image in an OCI image layout on disk.
     *
     * @param folder of the layout, relative to the folder of the catalog, with forward slashes
     */
    record InLayout(String folder) implements BaseImage {}
}
