package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;

/** JSON text of the OCI specifications and trees of it. Equal trees give equal bytes. */
final class OciJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private OciJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    /** The tree of this text; {@code what} names it in the message when it is none. */
    static ObjectNode parse(String what, byte[] text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode tree) {
                return tree;
            }
            throw broken(what, null);
        } catch (IOException e) {
            throw broken(what, e);
        }
    }

    private static FailedException broken(String what, @CheckForNull IOException cause) {
        return new FailedException(
                "Reading " + what, "it is not a JSON object", "Restore it or store the image again.", cause);
    }
}
