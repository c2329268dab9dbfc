package io.jenkins.plugins.servicedelivery.adapter.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.io.IOException;
import java.util.function.Function;

/** The values of core that are one word in JSON, also as keys of maps. */
final class JsonWords extends SimpleModule {
    private static final long serialVersionUID = 1L;

    JsonWords() {
        word(Name.class, Name::of);
        word(Digest.class, Digest::parse);
        word(RecordKey.class, RecordKey::new);
        word(ImageReference.class, ImageReference::parse);
        word(ObjectRef.class, JsonWords::objectRef);
        word(RouteKey.class, JsonWords::routeKey);
        addSerializer(Weight.class, new WeightWriter());
        addDeserializer(Weight.class, new WeightReader());
        addSerializer(Double.class, new NumberWriter());
        addSerializer(double.class, new NumberWriter());
        addDeserializer(Double.class, new NumberReader());
        addDeserializer(double.class, new NumberReader());
    }

    private <T> void word(Class<T> type, Function<String, T> parse) {
        addSerializer(type, new Writer<>());
        addDeserializer(type, new Reader<>(type, parse));
        addKeyDeserializer(type, new KeyReader<>(type, parse));
    }

    private static ObjectRef objectRef(String text) {
        int slash = slashIn(text);
        return new ObjectRef(text.substring(0, slash), text.substring(slash + 1));
    }

    private static RouteKey routeKey(String text) {
        int slash = slashIn(text);
        return new RouteKey(text.substring(0, slash), Name.of(text.substring(slash + 1)));
    }

    private static int slashIn(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("\"" + text + "\" has no slash");
        }
        return slash;
    }

    private static final class Writer<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class Reader<T> extends JsonDeserializer<T> {
        private final Class<T> type;
        private final Function<String, T> parse;

        Reader(Class<T> type, Function<String, T> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString();
            try {
                return text == null ? type.cast(context.handleUnexpectedToken(type, in)) : parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(text, type, e.getMessage());
            }
        }
    }

    private static final class KeyReader<T> extends KeyDeserializer {
        private final Class<T> type;
        private final Function<String, T> parse;

        KeyReader(Class<T> type, Function<String, T> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return parse.apply(key);
            } catch (IllegalArgumentException e) {
                throw context.weirdKeyException(type, key, e.getMessage());
            }
        }
    }

    private static final class WeightWriter extends JsonSerializer<Weight> {
        @Override
        public void serialize(Weight value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.percent());
        }
    }

    private static final class WeightReader extends JsonDeserializer<Weight> {
        @Override
        public Weight deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return (Weight) context.handleUnexpectedToken(Weight.class, in);
            }
            int percent = in.getIntValue();
            try {
                return new Weight(percent);
            } catch (IllegalArgumentException e) {
                throw context.weirdNumberException(percent, Weight.class, e.getMessage());
            }
        }
    }

    /** JSON knows neither NaN nor infinity; such a number is a mistake that must not be written as a text. */
    private static final class NumberWriter extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                provider.reportMappingProblem("%s is no number that JSON knows", value);
            }
            out.writeNumber(value);
        }
    }

    /** Jackson would take the text "NaN" for a number. */
    private static final class NumberReader extends JsonDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.currentToken().isNumeric()
                    ? (Double) in.getDoubleValue()
                    : (Double) context.handleUnexpectedToken(Double.class, in);
        }
    }
}
