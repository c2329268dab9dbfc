package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The content of a base image, wherever it lies. */
interface Base {
    Digest digest();

    /** The manifest of this digest: the base itself, or one that it lists. */
    Optional<Manifest> manifest(Digest digest) throws InterruptedException, IOException;

    /**
     * The content of this digest.
     *
     * @param scratch a file that may be written, where the content has to be fetched first
     */
    Blob blob(Descriptor content, Path scratch) throws InterruptedException, IOException;

    /** The manifest to build on; of a base for several platforms that for {@code linux/amd64}. */
    default Manifest forCommonPlatform() throws InterruptedException, IOException {
        Manifest named = present(digest());
        return MediaTypes.isIndex(named.mediaType())
                ? present(named.commonPlatform().orElse(digest()))
                : named;
    }

    private Manifest present(Digest digest) throws InterruptedException, IOException {
        return manifest(digest)
                .orElseThrow(() -> new FailedException(
                        "Reading the base image " + digest, "it is not there", "Correct the template's base."));
    }

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
        public Blob blob(Descriptor content, Path scratch) throws InterruptedException, IOException {
            try (OutputStream out = new LimitedOutput(Files.newOutputStream(scratch), content.size())) {
                registry.readBlob(image, content.digest(), out);
            }
            return new Blob(content.digest(), Files.size(scratch), () -> Files.newInputStream(scratch));
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
            String usual = digest.equals(digest()) ? image.mediaType() : MediaTypes.MANIFEST;
            String said = new Manifest(usual, bytes.toByteArray())
                    .tree()
                    .path("mediaType")
                    .asText(usual);
            return Optional.of(new Manifest(said, bytes.toByteArray()));
        }

        @Override
        public Blob blob(Descriptor content, Path scratch) throws IOException {
            Path file = layout.blob(content.digest());
            return new Blob(content.digest(), Files.size(file), () -> Files.newInputStream(file));
        }
    }
}
