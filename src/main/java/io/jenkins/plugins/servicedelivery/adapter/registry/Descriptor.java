package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;

/** What the OCI image specification calls a descriptor: the kind, digest and size of content that lies elsewhere. */
record Descriptor(String mediaType, Digest digest, long size) {
    static Descriptor from(JsonNode node) {
        return new Descriptor(
                node.path("mediaType").asText(),
                Digest.parse(node.path("digest").asText()),
                node.path("size").asLong());
    }

    ObjectNode toJson() {
        return OciJson.object()
                .put("mediaType", mediaType)
                .put("digest", digest.value())
                .put("size", size);
    }
}
