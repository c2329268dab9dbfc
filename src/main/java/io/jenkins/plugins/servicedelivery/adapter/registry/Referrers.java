package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Records that refer to an image, by the tag schema of the OCI distribution specification: the tag
 * {@code sha256-<hex>} names an index that lists them. Every registry can keep that, also one without the newer
 * referrers API.
 */
final class Referrers {
    private static final byte[] EMPTY_CONFIG = {'{', '}'};
    private static final int SCHEMA_VERSION = 2;
    private final OciRegistry registry;

    Referrers(OciRegistry registry) {
        this.registry = registry;
    }

    void attach(ImageReference image, Manifest subject, ImageRecord record) throws InterruptedException {
        Manifest artifact = artifact(subject, Blob.of(RecordJson.write(record)));
        Optional<Manifest> index = registry.manifest(listTag(image));
        if (index.isPresent() && lists(index.get(), artifact)) {
            return;
        }
        registry.ensureBlob(image, Blob.of(EMPTY_CONFIG));
        registry.ensureBlob(image, Blob.of(RecordJson.write(record)));
        registry.putManifest(image.at(artifact.digest()), artifact);
        registry.putManifest(listTag(image), extended(index, artifact));
    }

    List<ImageRecord> records(ImageReference image) throws InterruptedException {
        List<ImageRecord> records = new ArrayList<>();
        Optional<Manifest> index = registry.manifest(listTag(image));
        for (JsonNode listed : index.map(Manifest::listed).orElse(List.of())) {
            if (MediaTypes.RECORD.equals(listed.path("artifactType").asText())) {
                read(image.at(Descriptor.from(listed).digest())).ifPresent(records::add);
            }
        }
        records.sort(Comparator.comparing(ImageRecord::builtAt));
        return List.copyOf(records);
    }

    private Optional<ImageRecord> read(ImageReference artifact) throws InterruptedException {
        Optional<Manifest> manifest = registry.manifest(artifact);
        if (manifest.isEmpty() || manifest.get().layers().size() != 1) {
            return Optional.empty();
        }
        return RecordJson.read(registry.blob(artifact, manifest.get().layers().get(0)));
    }

    private static ImageReference listTag(ImageReference image) {
        return image.tagged("sha256-" + image.digest().orElseThrow().hex());
    }

    private static Manifest artifact(Manifest subject, Blob record) {
        ObjectNode tree = OciJson.object()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("mediaType", MediaTypes.MANIFEST)
                .put("artifactType", MediaTypes.RECORD);
        Blob empty = Blob.of(EMPTY_CONFIG);
        tree.set("config", new Descriptor(MediaTypes.EMPTY, empty.digest(), empty.size()).toJson());
        tree.putArray("layers").add(new Descriptor(MediaTypes.RECORD, record.digest(), record.size()).toJson());
        tree.set("subject", subject.descriptor().toJson());
        return Manifest.of(MediaTypes.MANIFEST, tree);
    }

    private static boolean lists(Manifest index, Manifest artifact) {
        return index.listed().stream()
                .anyMatch(node ->
                        artifact.digest().value().equals(node.path("digest").asText()));
    }

    private static Manifest extended(Optional<Manifest> index, Manifest artifact) {
        ObjectNode tree = index.map(Manifest::tree)
                .orElseGet(() ->
                        OciJson.object().put("schemaVersion", SCHEMA_VERSION).put("mediaType", MediaTypes.INDEX));
        ArrayNode listed = tree.withArray("manifests");
        listed.add(artifact.descriptor().toJson().put("artifactType", MediaTypes.RECORD));
        return Manifest.of(MediaTypes.INDEX, tree);
    }
}
