package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Images in one folder on disk, in the OCI image layout. All repositories share the folder and its blobs: the name of a
 * manifest in {@code index.json} (its annotation {@code org.opencontainers.image.ref.name}) is the whole reference, for
 * example {@code registry.local/shop/orders:in-0123456789abcdef}. So {@code skopeo inspect oci:<folder>:<reference>}
 * opens any of them. Safe for several threads and processes.
 */
public final class LayoutRegistry extends OciRegistry {
    private static final String NAME = "org.opencontainers.image.ref.name";
    private final OciLayout layout;
    private final FolderLock lock;

    /** @param folder of the layout; made with the first image where it is missing */
    public LayoutRegistry(Path folder) {
        this.layout = new OciLayout(folder.toAbsolutePath());
        this.lock = new FolderLock(layout.folder().resolve(".lock"), Duration.ofMinutes(1));
    }

    @Override
    public Optional<Digest> find(ImageReference image) throws InterruptedException {
        return on("Looking up " + image, () -> entry(image)
                .map(node -> Descriptor.from(node).digest()));
    }

    @Override
    Optional<Manifest> manifest(ImageReference image) throws InterruptedException {
        return on("Reading the manifest of " + image, () -> {
            Optional<JsonNode> entry = entry(image);
            return entry.isEmpty() ? Optional.empty() : Optional.of(manifest(Descriptor.from(entry.get())));
        });
    }

    @Override
    void putManifest(ImageReference target, Manifest manifest) throws InterruptedException {
        on("Storing the manifest of " + target, () -> {
            layout.prepare();
            layout.put(Blob.of(manifest.bytes()));
            return lock.hold(() -> {
                ObjectNode index = layout.index();
                name(index, target.at(manifest.digest()), manifest);
                if (target.tag().isPresent()) {
                    name(index, target, manifest);
                }
                layout.writeIndex(index);
                return null;
            });
        });
    }

    @Override
    boolean hasBlob(ImageReference repository, Digest digest) {
        return layout.has(digest);
    }

    @Override
    void putBlob(ImageReference repository, Blob blob) throws InterruptedException {
        on("Storing " + blob.digest() + " of " + repository.repository(), () -> {
            layout.prepare();
            layout.put(blob);
            return null;
        });
    }

    @Override
    void readBlob(ImageReference repository, Digest blob, OutputStream sink) throws InterruptedException {
        on("Reading " + blob + " of " + repository.repository(), () -> {
            layout.read(blob, sink);
            return null;
        });
    }

    private Manifest manifest(Descriptor descriptor) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        layout.read(descriptor.digest(), new LimitedOutput(bytes, MOST_TEXT_BYTES));
        return new Manifest(descriptor.mediaType(), bytes.toByteArray());
    }

    private Optional<JsonNode> entry(ImageReference image) throws IOException {
        String name = nameOf(image);
        for (JsonNode node : layout.index().path("manifests")) {
            if (name.equals(node.path("annotations").path(NAME).asText())) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** Lets the name mean this manifest and nothing else; entries that others have written stay as they are. */
    private static void name(ObjectNode index, ImageReference name, Manifest manifest) {
        ArrayNode entries = index.withArray("manifests");
        List<JsonNode> kept = new ArrayList<>();
        entries.forEach(node -> {
            if (!nameOf(name).equals(node.path("annotations").path(NAME).asText())) {
                kept.add(node);
            }
        });
        ObjectNode entry = manifest.descriptor().toJson();
        entry.putObject("annotations").put(NAME, nameOf(name));
        entries.removeAll().addAll(kept).add(entry);
    }

    private static String nameOf(ImageReference image) {
        return image.digest().map(image::at).orElse(image).toString();
    }

    private <T> T on(String tried, DiskWork<T> work) throws InterruptedException {
        try {
            return work.run();
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException(tried + " was interrupted");
        } catch (IOException e) {
            throw FileFailure.of(tried, e);
        } catch (IllegalArgumentException e) {
            throw new FailedException(tried, e.getMessage(), "The layout in " + layout.folder() + " is broken.", e);
        }
    }

    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException, InterruptedException;
    }
}
