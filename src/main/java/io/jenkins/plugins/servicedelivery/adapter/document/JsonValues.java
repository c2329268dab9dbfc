package io.jenkins.plugins.servicedelivery.adapter.document;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;

/**
 * The values of core as JSON: records by their components, sealed families with a {@code type}, names and digests as
 * texts, times in ISO 8601. Reading is strict, because what is read was written by this product: duplicate, unknown or
 * missing properties, trailing text and absurd depth or size are refused.
 */
public final class JsonValues {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final long LARGEST_DOCUMENT = 256L << 20;

    private final ObjectMapper mapper;

    /** The values of core, and what these modules add. */
    public JsonValues(Module... more) {
        this.mapper = JsonMapper.builder(factory())
                .annotationIntrospector(new JsonFamilies())
                .addModules(new Jdk8Module(), new JavaTimeModule(), new JsonWords())
                .addModules(more)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_LONG_FOR_INTS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    /** The value as UTF-8 text. */
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value.getClass(), e);
        }
    }

    /** The value, seen as a member of this class or family, as a tree. */
    public JsonNode tree(Object value, Class<?> as) {
        try {
            return mapper.readTree(mapper.writerFor(as).writeValueAsBytes(value));
        } catch (IOException e) {
            throw unwritable(value.getClass(), e);
        }
    }

    /**
     * The tree that this text is.
     *
     * @param what names the text for the one who reads the message
     * @throws FailedException where it is not exactly one JSON document within the limits
     */
    public JsonNode parse(byte[] text, String what) {
        try {
            JsonNode tree = mapper.readTree(text);
            if (tree.isMissingNode()) {
                throw damaged(what, "it is empty", null);
            }
            return tree;
        } catch (IOException e) {
            throw damaged(what, reason(e), e);
        }
    }

    /**
     * The value that this tree describes.
     *
     * @param what names the tree for the one who reads the message
     * @throws FailedException where it does not describe one
     */
    public <T> T value(JsonNode tree, Class<T> type, String what) {
        try {
            return mapper.readerFor(type).readValue(tree);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(what, reason(e), e);
        }
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxDocumentLength(LARGEST_DOCUMENT)
                        .build())
                .build();
    }

    private static String reason(Exception e) {
        if (e instanceof JsonProcessingException json) {
            JsonLocation at = json.getLocation();
            String place = at == null || at.getLineNr() < 0
                    ? ""
                    : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            return place + json.getOriginalMessage();
        }
        return String.valueOf(e.getMessage());
    }

    private static FailedException damaged(String what, String because, @CheckForNull Exception cause) {
        return new FailedException(
                "Reading " + what,
                because,
                "It was changed or damaged by something else; restore it from a copy.",
                cause);
    }

    private static FailedException unwritable(Class<?> type, Exception cause) {
        return new FailedException(
                "Writing a " + type.getSimpleName(),
                reason(cause),
                "This is a fault of the product; report it.",
                cause);
    }
}
