package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Copies images of one platform with their records from one registry to another; digests stay what they are. */
final class ImageCopy {
    private final OciRegistry from;
    private final OciRegistry to;
    private final Path room;

    ImageCopy(OciRegistry from, OciRegistry to, Path room) {
        this.from = from;
        this.to = to;
        this.room = room;
    }

    /** The copy, pinned by digest; where the image has a tag, the copy has it, too. */
    ImageReference of(ImageReference image, ImageReference repository) throws InterruptedException {
        String tried = "Copying " + image;
        Manifest manifest = from.manifest(image)
                .orElseThrow(() -> new FailedException(tried, "the image is not there", "Build or push it first."));
        if (MediaTypes.isIndex(manifest.mediaType())) {
            throw new FailedException(
                    tried, "it is a list of images for several platforms", "Name the image of one platform.");
        }
        if (image.digest().isPresent() && !image.digest().get().equals(manifest.digest())) {
            throw new FailedException(
                    tried, "what is stored there is not what the digest says", "Look at what was stored there.");
        }
        List<Descriptor> blobs = new ArrayList<>(manifest.layers());
        blobs.add(manifest.config());
        for (Descriptor blob : blobs) {
            copy(tried, image, blob, repository);
        }
        ImageReference copy = repository.at(manifest.digest());
        to.putManifest(copy, manifest);
        for (ImageRecord record : from.records(image.at(manifest.digest()))) {
            to.attach(copy, record);
        }
        Optional<String> tag = image.tag();
        if (tag.isPresent()) {
            to.tag(copy, tag.get());
        }
        return copy;
    }

    private void copy(String tried, ImageReference image, Descriptor blob, ImageReference repository)
            throws InterruptedException {
        if (to.hasBlob(repository, blob.digest())) {
            return;
        }
        Path scratch = room.resolve("copy-" + UUID.randomUUID());
        try {
            Files.createDirectories(room);
            try (OutputStream out = new LimitedOutput(Files.newOutputStream(scratch), blob.size())) {
                from.readBlob(image, blob.digest(), out);
            }
            to.putBlob(repository, new Blob(blob.digest(), Files.size(scratch), () -> Files.newInputStream(scratch)));
        } catch (IOException e) {
            throw FileFailure.of(tried, e);
        } finally {
            delete(scratch);
        }
    }

    private static void delete(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException e) {
            scratch.toFile().deleteOnExit(); // the copy is good whether this file can be removed now or not
        }
    }
}
