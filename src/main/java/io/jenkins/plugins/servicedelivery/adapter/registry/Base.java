package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The content of a base image, wherever it lies. */
interface Base {
    Digest digest();

    /** The manifest of this digest: the base itself, or one that it lists. */
    Optional<Manifest> manifest(Digest digest) throws InterruptedException, IOException;

    void readBlob(Digest digest, OutputStream sink) throws InterruptedException, IOException;

    /** A base in a registry, pinned by digest. */
    record InRegistry(OciRegistry registry, ImageReference image) implements Base {
        @Override
        public Digest digest() {
            return image.digest()
                    .orElseThrow(() -> new FailedException(
                            "Reading the base image " + image,
                            "it is not pinned by digest",
                            "Write it as host/path@sha256:…, so that the same template is always the same image."));
        }

        @Override
        public Optional<Manifest> manifest(Digest digest) throws InterruptedException {
            return registry.manifest(image.at(digest));
        }

        @Override
        public void readBlob(Digest digest, OutputStream sink) throws InterruptedException {
            registry.readBlob(image, digest, sink);
        }
    }

    /** The one image of an OCI layout on disk. */
    record InLayout(OciLayout layout, Descriptor image) implements Base {
        /** The base in this folder, which must hold exactly one image. */
        static InLayout in(Path folder) {
            String tried = "Reading the base image in " + folder;
            OciLayout layout = new OciLayout(folder);
            try {
                List<Descriptor> images = new Manifest(MediaTypes.INDEX, OciJson.bytes(layout.index()))
                        .listed().stream().map(Descriptor::from).distinct().toList();
                if (images.size() != 1) {
                    throw new FailedException(
                            tried, "it holds " + images.size() + " images", "Name a layout that holds exactly one.");
                }
                return new InLayout(layout, images.get(0));
            } catch (IOException e) {
                throw FileFailure.of(tried, e);
            } catch (IllegalArgumentException e) {
                throw new FailedException(tried, e.getMessage(), "Make the layout anew.", e);
            }
        }

        @Override
        public Digest digest() {
            return image.digest();
        }

        @Override
        public Optional<Manifest> manifest(Digest digest) throws IOException {
            if (!layout.has(digest)) {
                return Optional.empty();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            layout.read(digest, bytes);
            Manifest unnamed = new Manifest(image.mediaType(), bytes.toByteArray());
            String mediaType = unnamed.tree()
                    .path("mediaType")
                    .asText(digest.equals(digest()) ? image.mediaType() : MediaTypes.MANIFEST);
            return Optional.of(new Manifest(mediaType, bytes.toByteArray()));
        }

        @Override
        public void readBlob(Digest digest, OutputStream sink) throws IOException {
            layout.read(digest, sink);
        }
    }
}
