package io.jenkins.plugins.servicedelivery.adapter.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Walks a document together with its schema. */
final class SchemaWalk {
    private final JsonNode root;
    private final Map<ObjectNode, Set<String>> mappings = new IdentityHashMap<>();
    private final Set<JsonNode> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean fill;

    private SchemaWalk(JsonNode root, boolean fill) {
        this.root = root;
        this.fill = fill;
    }

    /** Notes every mapping of known keys in a document. */
    static SchemaWalk over(ObjectNode document) {
        SchemaWalk walk = new SchemaWalk(EditorView.schema(document.get("kind").asText()), false);
        walk.visit(document, walk.root);
        return walk;
    }

    /** Writes every default of the schema into a document that leaves it out. */
    static void fillDefaults(ObjectNode document) {
        SchemaWalk walk = new SchemaWalk(EditorView.schema(document.get("kind").asText()), true);
        walk.visit(document, walk.root);
    }

    /** The mappings of known keys in the document, with the keys that the schema knows. */
    Map<ObjectNode, Set<String>> mappings() {
        return mappings;
    }

    /** The parts of the schema with known keys that the document has nothing for. */
    List<JsonNode> unvisited() {
        List<JsonNode> unvisited = new ArrayList<>();
        collect(root, unvisited);
        unvisited.removeIf(visited::contains);
        return unvisited;
    }

    private void visit(JsonNode value, JsonNode written) {
        JsonNode schema = resolve(written, value);
        if (value.isArray()) {
            value.forEach(item -> visit(item, schema.get("items")));
        } else if (value.isObject() && schema.has("properties")) {
            known((ObjectNode) value, schema);
        } else if (value.isObject()) {
            value.forEach(entry -> visit(entry, schema.get("additionalProperties")));
        }
    }

    private void known(ObjectNode value, JsonNode schema) {
        visited.add(schema);
        Set<String> keys = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(keys::add);
        mappings.put(value, keys);
        schema.get("properties").properties().forEach(property -> {
            if (fill && !value.has(property.getKey())) {
                fill(value, property.getKey(), property.getValue());
            }
            if (value.has(property.getKey())) {
                visit(value.get(property.getKey()), property.getValue());
            }
        });
    }

    private static void fill(ObjectNode value, String key, JsonNode schema) {
        if (schema.has("default")) {
            value.set(key, schema.get("default").deepCopy());
        } else if (schema.has("properties")) {
            value.putObject(key);
        }
    }

    private JsonNode resolve(JsonNode schema, JsonNode value) {
        if (schema.has("allOf")) {
            return resolve(schema.get("allOf").get(0), value);
        }
        if (schema.has("oneOf") && !schema.has("properties")) {
            return resolve(schema.get("oneOf").get(value.isObject() ? 1 : 0), value);
        }
        if (schema.has("$ref")) {
            return resolve(root.at(schema.get("$ref").asText().substring(1)), value);
        }
        return schema;
    }

    private static void collect(JsonNode schema, List<JsonNode> withKeys) {
        if (schema.has("properties") && schema.get("properties").isObject()) {
            withKeys.add(schema);
        }
        schema.forEach(part -> collect(part, withKeys));
    }
}
