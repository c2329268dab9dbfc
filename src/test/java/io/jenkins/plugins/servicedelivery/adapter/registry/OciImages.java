package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import java.nio.charset.StandardCharsets;

/** Tiny images for tests. */
final class OciImages {
    private OciImages() {}

    /** Puts an image with these labels and one layer that holds its own name. */
    static ImageReference put(OciRegistry registry, ImageReference repository, ImageLabels labels)
            throws InterruptedException {
        Blob layer = Blob.of(repository.toString().getBytes(StandardCharsets.UTF_8));
        Blob config = config(labels);
        registry.putBlob(repository, layer);
        registry.putBlob(repository, config);
        Manifest manifest = manifest(config, layer);
        ImageReference image = repository.at(manifest.digest());
        registry.putManifest(image, manifest);
        return image;
    }

    static Manifest manifest(Blob config, Blob layer) {
        ObjectNode tree = OciJson.object().put("schemaVersion", 2).put("mediaType", MediaTypes.MANIFEST);
        tree.set("config", descriptor("application/vnd.oci.image.config.v1+json", config));
        tree.putArray("layers").add(descriptor("application/vnd.oci.image.layer.v1.tar+gzip", layer));
        return Manifest.of(MediaTypes.MANIFEST, tree);
    }

    private static Blob config(ImageLabels labels) {
        ObjectNode tree = OciJson.object().put("architecture", "amd64").put("os", "linux");
        ObjectNode entries = tree.putObject("config").putObject("Labels");
        labels.values().forEach(entries::put);
        return Blob.of(OciJson.bytes(tree));
    }

    private static ObjectNode descriptor(String mediaType, Blob blob) {
        return new Descriptor(mediaType, blob.digest(), blob.size()).toJson();
    }
}
