package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A place for OCI images: blobs and manifests in repositories. What the port asks is put together here once from the few
 * things that a layout on disk and a registry on the network do each in their way.
 */
public abstract class OciRegistry implements Registry {
    /** The most bytes a manifest, a configuration or a record may have. */
    static final int MOST_TEXT_BYTES = 4 * 1024 * 1024;

    /** The manifest that a tag or a digest names. */
    abstract Optional<Manifest> manifest(ImageReference image) throws InterruptedException;

    /** Stores a manifest under its digest and, where the reference has one, under its tag. */
    abstract void putManifest(ImageReference target, Manifest manifest) throws InterruptedException;

    abstract boolean hasBlob(ImageReference repository, Digest digest) throws InterruptedException;

    /** Stores a blob; nothing is there under its digest until all of it is, and it is what the digest says. */
    abstract void putBlob(ImageReference repository, Blob blob) throws InterruptedException;

    /** Writes a blob out and checks its digest; throws {@link FailedException} after writing where it is another. */
    abstract void readBlob(ImageReference repository, Digest blob, OutputStream sink) throws InterruptedException;

    @Override
    public final Optional<ImageLabels> labels(ImageReference image) throws InterruptedException {
        Optional<Manifest> found = manifest(image);
        if (found.isPresent() && MediaTypes.isIndex(found.get().mediaType())) {
            Optional<Digest> platform = found.get().commonPlatform();
            found = platform.isPresent() ? manifest(image.at(platform.get())) : Optional.empty();
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(labelsOf(image, found.get()));
    }

    @Override
    public final void tag(ImageReference image, String tag) throws InterruptedException {
        putManifest(image.tagged(tag), present(image, "Tagging " + image + " as " + tag));
    }

    @Override
    public final void attach(ImageReference image, ImageRecord record) throws InterruptedException {
        new Referrers(this).attach(image, present(image, "Attaching a record to " + image), record);
    }

    @Override
    public final List<ImageRecord> records(ImageReference image) throws InterruptedException {
        return new Referrers(this).records(image);
    }

    /**
     * Copies an image with its records into another registry, under the same digest and, where it is named by one, under
     * its tag. What is there already is not sent; every blob is checked against its digest, and the manifest comes last.
     *
     * @param image of this registry, for one platform
     * @param repository where it goes
     * @param room folder for blobs on their way
     */
    public final ImageReference copy(ImageReference image, OciRegistry other, ImageReference repository, Path room)
            throws InterruptedException {
        return new ImageCopy(this, other, room).of(image, repository);
    }

    /** Stores a blob unless it is there. */
    final void ensureBlob(ImageReference repository, Blob blob) throws InterruptedException {
        if (!hasBlob(repository, blob.digest())) {
            putBlob(repository, blob);
        }
    }

    /** A small blob as a whole; one that says that it is large is refused before it is read, and one that is, while it is read. */
    final byte[] blob(ImageReference repository, Descriptor blob) throws InterruptedException {
        if (blob.size() > MOST_TEXT_BYTES) {
            throw new FailedException(
                    "Reading " + blob.digest() + " of " + repository.repository(),
                    "it has " + blob.size() + " bytes, too many for a text",
                    "Look at what was stored there.");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        readBlob(repository, blob.digest(), new LimitedOutput(bytes, MOST_TEXT_BYTES));
        return bytes.toByteArray();
    }

    private Manifest present(ImageReference image, String tried) throws InterruptedException {
        if (image.digest().isEmpty()) {
            throw new IllegalArgumentException("the image " + image + " is not pinned by digest");
        }
        Optional<Manifest> manifest = manifest(image);
        return manifest.orElseThrow(
                () -> new FailedException(tried, "the image is not there", "Build or push it first."));
    }

    private ImageLabels labelsOf(ImageReference image, Manifest manifest) throws InterruptedException {
        JsonNode config = OciJson.parse("the configuration of " + image, blob(image, manifest.config()));
        SortedMap<String, String> labels = new TreeMap<>();
        config.path("config")
                .path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return new ImageLabels(labels);
    }
}
