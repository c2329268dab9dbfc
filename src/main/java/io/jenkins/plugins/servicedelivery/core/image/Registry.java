package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.shared.ConflictException;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * Port: where images live, a registry or a folder of them. Called by the verbs that build, deploy and look at images;
 * safe for use by several threads. Every method may block on the network or the disk, and may be repeated with the same
 * effect.
 *
 * <p>Every method throws {@link UnavailableException} when the registry does not answer, {@link DeniedException} when it
 * refuses the credential or the right, {@link FailedException} when what it answers or holds is broken, and
 * {@link InterruptedException} when the caller is interrupted, with nothing half written.
 */
public interface Registry {
    /** The digest of the image that this tag or digest names, or empty where there is none: one request. */
    Optional<Digest> find(ImageReference image) throws InterruptedException;

    /**
     * The labels of the image that this tag or digest names, or empty where there is none. Of an image for several
     * platforms those of {@code linux/amd64}.
     */
    Optional<ImageLabels> labels(ImageReference image) throws InterruptedException;

    /**
     * Lets a tag name an image that is there. A tag that named another image is moved; a reader sees the old one or the
     * new one.
     *
     * @param image pinned by digest
     */
    void tag(ImageReference image, String tag) throws InterruptedException;

    /**
     * Attaches a record to an image that is there, as an OCI referrer with the tag {@code sha256-<hex>} of the OCI
     * distribution specification. An equal record is attached once.
     *
     * @param image pinned by digest
     * @throws ConflictException where somebody else attaches at the same time and the registry can tell
     */
    void attach(ImageReference image, ImageRecord record) throws InterruptedException;

    /** The records that are attached to an image, the oldest first; records of unknown form are left out. */
    List<ImageRecord> records(ImageReference image) throws InterruptedException;
}
