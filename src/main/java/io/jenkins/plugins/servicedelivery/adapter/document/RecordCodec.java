package io.jenkins.plugins.servicedelivery.adapter.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordKinds.Types;
import io.jenkins.plugins.servicedelivery.adapter.document.RecordOfOthers.UnknownPlan;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Records as JSON trees, of the schema that every store keeps. The version of a record is the store's matter and not
 * part of the tree.
 */
public final class RecordCodec {
    /** The most bytes that one record may have. */
    public static final int LARGEST = 32 * 1024;

    private final JsonValues values = new JsonValues();
    private final RecordKinds kinds;

    public RecordCodec(RecordKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * The record as a tree.
     *
     * @throws RefusedException where this version of the product may only show the record
     * @throws FailedException where it is too large, or of a kind that was never registered
     */
    public JsonNode encode(Record<?, ?> record) {
        requireWritable(record);
        Types types = kinds.types(record.kind()).orElseThrow(() -> unregistered(record));
        ObjectNode tree = (ObjectNode) values.tree(head(record), Head.class);
        tree.set("plan", values.tree(record.plan(), types.plan()));
        tree.set("state", values.tree(record.state(), types.state()));
        requireSmall(record.key(), values.write(tree).length);
        return tree;
    }

    /**
     * Refuses a record that this version of the product may only show.
     *
     * @throws RefusedException where a newer version, or an unknown operation, wrote it
     */
    public static void requireWritable(Record<?, ?> record) {
        if (record.plan() instanceof UnknownPlan) {
            throw new RefusedException(
                    "Writing the record " + record.key(),
                    "it is of the kind " + record.kind() + ", which this version of the product can only show",
                    "Use the version of the product that wrote it.");
        }
    }

    /**
     * The record that a tree describes; one of a newer schema or of an unknown kind as far as it can be shown.
     *
     * @param version what the store calls this writing of it
     * @throws FailedException where it should be readable and is not
     */
    public Record<?, ?> decode(RecordKey key, JsonNode tree, String version) {
        int schema = tree.path("schema").asInt(0);
        if (schema > Record.SCHEMA) {
            return RecordOfOthers.shown(key, tree, version, "schema " + schema);
        }
        Optional<Types> types = kinds.types(tree.path("kind").asText());
        return types.<Record<?, ?>>map(known -> decode(key, (ObjectNode) tree, version, known))
                .orElseGet(() -> RecordOfOthers.shown(key, tree, version, "unknown kind"));
    }

    private Record<?, ?> decode(RecordKey key, ObjectNode tree, String version, Types types) {
        String what = "the record " + key;
        ObjectNode rest = tree.deepCopy();
        Plan plan = values.value(taken(rest, "plan", what), types.plan(), what);
        State state = values.value(taken(rest, "state", what), types.state(), what);
        Head head = values.value(rest, Head.class, what);
        return new Record<>(
                head.key(),
                head.kind(),
                plan,
                state,
                head.signal(),
                head.startedBy(),
                head.created(),
                head.updated(),
                head.abandonAfter(),
                version);
    }

    private static JsonNode taken(ObjectNode tree, String property, String what) {
        JsonNode taken = tree.remove(property);
        if (taken == null) {
            throw new FailedException(
                    "Reading " + what, "it has no " + property, "It was changed by something else; restore it.");
        }
        return taken;
    }

    private static Head head(Record<?, ?> record) {
        return new Head(
                Record.SCHEMA,
                record.key(),
                record.kind(),
                record.state().phrase(),
                record.signal(),
                record.startedBy(),
                record.created(),
                record.updated(),
                record.abandonAfter());
    }

    private static void requireSmall(RecordKey key, int bytes) {
        if (bytes > LARGEST) {
            throw new FailedException(
                    "Writing the record " + key,
                    "it has " + bytes + " bytes and may have " + LARGEST,
                    "Deliver fewer services or shorter configuration values at once.");
        }
    }

    private FailedException unregistered(Record<?, ?> record) {
        return new FailedException(
                "Writing the record " + record.key(),
                "the kind " + record.kind() + " is not registered; known are " + kinds.names(),
                "This is a fault of the product; report it.");
    }

    /** Everything but plan and state. The phrase is for readers that know less than the writer. */
    private record Head(
            int schema,
            RecordKey key,
            String kind,
            String phrase,
            Optional<Signal> signal,
            String startedBy,
            Instant created,
            Instant updated,
            Duration abandonAfter) {}
}
