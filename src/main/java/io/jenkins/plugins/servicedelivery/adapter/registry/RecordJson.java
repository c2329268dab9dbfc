package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The JSON form of an image's record. */
final class RecordJson {
    private static final int SCHEMA = 1;

    private RecordJson() {}

    static byte[] write(ImageRecord record) {
        ObjectNode tree = OciJson.object().put("schema", SCHEMA);
        tree.put("builtAt", record.builtAt().toString());
        record.origin().commit().ifPresent(commit -> tree.put("commit", commit));
        record.origin().branch().ifPresent(branch -> tree.put("branch", branch));
        record.origin().buildUrl().ifPresent(url -> tree.put("buildUrl", url));
        return OciJson.bytes(tree);
    }

    /** The record, or empty where the text is none or was written by a newer product. */
    static Optional<ImageRecord> read(byte[] text) {
        try {
            ObjectNode tree = OciJson.parse("an image's record", text);
            if (tree.path("schema").asInt() != SCHEMA) {
                return Optional.empty();
            }
            Origin origin = new Origin(text(tree, "commit"), text(tree, "branch"), text(tree, "buildUrl"));
            return Optional.of(
                    new ImageRecord(origin, Instant.parse(tree.path("builtAt").asText())));
        } catch (FailedException | DateTimeException notARecord) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode tree, String field) {
        return Optional.ofNullable(tree.get(field)).map(JsonNode::asText);
    }
}
