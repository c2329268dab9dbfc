package io.jenkins.plugins.servicedelivery.adapter.simulated;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.jenkins.plugins.servicedelivery.adapter.document.JsonValues;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordCodec;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The state of the simulated cluster as JSON text. */
final class StateCodec {
    /** The layout of the file; a higher one was written by a newer version of the product. */
    static final int SCHEMA = 1;

    private static final String NOTE =
            "The state of a simulated cluster. Service Delivery writes it; edits by hand are not foreseen.";

    private final JsonValues values;

    StateCodec(RecordCodec records) {
        SimpleModule module = new SimpleModule();
        module.addSerializer(StoredRecord.class, new RecordWriter());
        module.addDeserializer(StoredRecord.class, new RecordReader(records));
        this.values = new JsonValues(module);
    }

    byte[] write(WorldState state) {
        return values.write(new Document(SCHEMA, NOTE, state));
    }

    /**
     * The state that this text describes.
     *
     * @param what names the text for the one who reads the message
     */
    WorldState read(byte[] text, String what) {
        try {
            JsonNode tree = values.parse(text, what);
            requireKnown(tree.path("schema"), what);
            return values.value(tree, Document.class, what).world();
        } catch (FailedException e) {
            throw new FailedException(
                    e.tried(),
                    e.because(),
                    "Restore the file from a copy, or remove it to begin with an empty cluster. It was left as it is.",
                    e);
        }
    }

    private static void requireKnown(JsonNode schema, String what) {
        if (schema.asInt(0) > SCHEMA) {
            throw new RefusedException(
                    "Reading " + what,
                    "a newer version of the product wrote it (schema " + schema.asInt() + ", known is " + SCHEMA + ")",
                    "Use that version, or name another folder. It was left as it is.");
        }
    }

    private record Document(int schema, String note, WorldState world) {}

    private record KeptRecord(RecordKey key, String version, JsonNode record, List<Evidence> story) {}

    private static final class RecordWriter extends JsonSerializer<StoredRecord> {
        @Override
        public void serialize(StoredRecord stored, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(
                    new KeptRecord(
                            stored.record().key(),
                            stored.record().version(),
                            stored.encoded().orElseThrow(),
                            stored.story()),
                    out);
        }
    }

    private static final class RecordReader extends JsonDeserializer<StoredRecord> {
        private final RecordCodec records;

        RecordReader(RecordCodec records) {
            this.records = records;
        }

        @Override
        public StoredRecord deserialize(JsonParser in, DeserializationContext context) throws IOException {
            KeptRecord kept = context.readValue(in, KeptRecord.class);
            return new StoredRecord(
                    records.decode(kept.key(), kept.record(), kept.version()),
                    Optional.of(kept.record()),
                    kept.story());
        }
    }
}
