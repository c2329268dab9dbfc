package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bytes of a manifest or an index, which are never written anew, because their digest is the image's name. */
final class Manifest {
    private final String mediaType;
    private final byte[] bytes;
    private final Digest digest;

    Manifest(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
        this.digest = Digest.of(bytes);
    }

    static Manifest of(String mediaType, ObjectNode tree) {
        return new Manifest(mediaType, OciJson.bytes(tree));
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Digest digest() {
        return digest;
    }

    Descriptor descriptor() {
        return new Descriptor(mediaType, digest, bytes.length);
    }

    ObjectNode tree() {
        return OciJson.parse("the manifest " + digest, bytes);
    }

    /** The manifests that an index lists. */
    List<JsonNode> listed() {
        List<JsonNode> listed = new ArrayList<>();
        tree().path("manifests").forEach(listed::add);
        return listed;
    }

    Descriptor config() {
        return descriptor(tree().path("config"));
    }

    List<Descriptor> layers() {
        List<Descriptor> layers = new ArrayList<>();
        tree().path("layers").forEach(layer -> layers.add(descriptor(layer)));
        return layers;
    }

    /** Of an index the manifest for {@code linux/amd64}, else the first. */
    Optional<Digest> commonPlatform() {
        return listed().stream()
                .min((a, b) -> Boolean.compare(isCommon(b), isCommon(a)))
                .map(node -> descriptor(node).digest());
    }

    private static boolean isCommon(JsonNode node) {
        JsonNode platform = node.path("platform");
        return "linux".equals(platform.path("os").asText())
                && "amd64".equals(platform.path("architecture").asText());
    }

    private Descriptor descriptor(JsonNode node) {
        try {
            return Descriptor.from(node);
        } catch (IllegalArgumentException e) {
            throw new FailedException("Reading the manifest " + digest, e.getMessage(), "Store the image again.", e);
        }
    }
}
