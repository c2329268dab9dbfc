package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Stores an archive's layers on top of a base. Layers of the base that the registry has are not even read. */
final class GraftedImage {
    private final Base base;
    private final OciArchive archive;
    private final Path room;

    /** @param room folder for layers of the base that are on their way */
    GraftedImage(Base base, OciArchive archive, Path room) {
        this.base = base;
        this.archive = archive;
        this.room = room;
    }

    /** Stores the image under its digest; the manifest comes last. */
    ImageReference storeIn(OciRegistry registry, ImageReference repository) throws IOException, InterruptedException {
        Manifest below = base.forCommonPlatform();
        Manifest upper = archive.manifest();
        BaseGraft graft = new BaseGraft(below, config(below), upper, archive.config());
        for (Descriptor layer : below.layers()) {
            if (!registry.hasBlob(repository, layer.digest())) {
                copy(layer, registry, repository);
            }
        }
        archive.storeLayersIn(registry, repository);
        registry.ensureBlob(repository, graft.config());
        ImageReference image = repository.at(graft.manifest().digest());
        registry.putManifest(image, graft.manifest());
        return image;
    }

    private ObjectNode config(Manifest image) throws IOException, InterruptedException {
        Path scratch = scratch();
        try (InputStream in = base.blob(image.config(), scratch).content().open()) {
            byte[] text = in.readNBytes(OciRegistry.MOST_TEXT_BYTES);
            if (!Digest.of(text).equals(image.config().digest())) {
                throw new IOException("the configuration of the base image is not what its digest says");
            }
            return OciJson.parse("the configuration of the base image", text);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private void copy(Descriptor layer, OciRegistry registry, ImageReference repository)
            throws IOException, InterruptedException {
        Path scratch = scratch();
        try {
            registry.putBlob(repository, base.blob(layer, scratch));
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private Path scratch() {
        return room.resolve("base-" + UUID.randomUUID());
    }
}
