package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A catalog file as an editor with our schemas sees it: typed by the rules of YAML 1.2, and checked by kind. */
final class EditorView {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private EditorView() {}

    /** The documents of a text, as JSON. */
    static List<ObjectNode> documents(String text) {
        YamlReader.Result result = new YamlReader(YamlLimits.CATALOG).read("f.yaml", text);
        assertThat(result.problems()).isEmpty();
        return result.documents().stream().map(node -> (ObjectNode) json(node)).toList();
    }

    /** One file of these documents: JSON is YAML. */
    static String text(List<ObjectNode> documents) {
        StringBuilder text = new StringBuilder();
        documents.forEach(document ->
                text.append("---\n").append(document.toPrettyString()).append("\n"));
        return text.toString();
    }

    static Set<ValidationMessage> validate(JsonNode document) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(schema(document.get("kind").asText()))
                .validate(document);
    }

    static JsonNode schema(String kind) {
        try (InputStream in = CatalogReader.class.getResourceAsStream("schema/" + kind + ".json")) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
            return object;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return scalar((Node.Scalar) node);
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return JSON.textNode(text);
        }
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return JSON.booleanNode(text.equalsIgnoreCase("true"));
        }
        if (text.matches("~|null|Null|NULL|")) {
            return JSON.nullNode();
        }
        return NUMBER.matcher(text).matches() ? JSON.numberNode(new java.math.BigDecimal(text)) : JSON.textNode(text);
    }
}
