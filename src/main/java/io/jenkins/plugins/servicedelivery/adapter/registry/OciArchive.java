package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** One image in a tar file in the OCI image layout, as Jib writes it. */
final class OciArchive implements Closeable {
    private final TarFile tar;
    private final Map<String, TarArchiveEntry> entries;

    OciArchive(Path file) throws IOException {
        this.tar = new TarFile(file);
        this.entries = tar.getEntries().stream()
                .collect(Collectors.toMap(TarArchiveEntry::getName, Function.identity(), (first, same) -> first));
    }

    Manifest manifest() throws IOException {
        Manifest index = new Manifest(MediaTypes.INDEX, bytes("index.json"));
        Descriptor image = Descriptor.from(index.listed().get(0));
        return new Manifest(image.mediaType(), bytes(pathOf(image.digest())));
    }

    /** The image's configuration. */
    ObjectNode config() throws IOException {
        return OciJson.parse(
                "the image's configuration", bytes(pathOf(manifest().config().digest())));
    }

    /** Stores the image under its digest: what is there already is not sent, and the manifest comes last. */
    ImageReference storeIn(OciRegistry registry, ImageReference repository) throws IOException, InterruptedException {
        Manifest manifest = manifest();
        storeLayersIn(registry, repository);
        store(manifest.config(), registry, repository);
        registry.putManifest(repository.at(manifest.digest()), manifest);
        return repository.at(manifest.digest());
    }

    void storeLayersIn(OciRegistry registry, ImageReference repository) throws IOException, InterruptedException {
        for (Descriptor layer : manifest().layers()) {
            store(layer, registry, repository);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void store(Descriptor content, OciRegistry registry, ImageReference repository)
            throws IOException, InterruptedException {
        TarArchiveEntry entry = entry(pathOf(content.digest()));
        registry.ensureBlob(repository, new Blob(content.digest(), entry.getSize(), () -> tar.getInputStream(entry)));
    }

    private byte[] bytes(String path) throws IOException {
        try (InputStream in = tar.getInputStream(entry(path))) {
            return in.readAllBytes();
        }
    }

    private TarArchiveEntry entry(String path) throws IOException {
        TarArchiveEntry entry = entries.get(path);
        if (entry == null) {
            throw new FileNotFoundException("the image archive has no " + path);
        }
        return entry;
    }

    private static String pathOf(Digest digest) {
        return "blobs/sha256/" + digest.hex();
    }
}
