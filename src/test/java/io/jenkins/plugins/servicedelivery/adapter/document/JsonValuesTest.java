package io.jenkins.plugins.servicedelivery.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.environment.ObjectRef;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.traffic.RouteKey;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    private final JsonValues values = new JsonValues();

    record Thing(Name name, double share, Optional<Weight> weight, SortedMap<ObjectRef, RouteKey> places) {
        boolean isOdd() {
            return true;
        }
    }

    @Test
    void shouldReadWhatItWrote() {
        Thing thing = new Thing(
                Name.of("shop"),
                0.1,
                Optional.empty(),
                new TreeMap<>(Map.of(new ObjectRef("Service", "a/b"), new RouteKey("prod", Name.of("orders")))));

        String text = new String(values.write(thing), StandardCharsets.UTF_8);

        assertThat(text)
                .isEqualTo("{\"name\":\"shop\",\"share\":0.1,\"weight\":null,"
                        + "\"places\":{\"Service/a/b\":\"prod/orders\"}}");
        assertThat(read(text)).isEqualTo(thing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"name\":\"a\",\"share\":1,\"weight\":null,\"places\":{}} {}",
                "{\"name\":\"a\",\"name\":\"b\",\"share\":1,\"weight\":null,\"places\":{}}",
                "{\"name\":\"a\",\"share\":1,\"weight\":null,\"places\":{},\"more\":1}",
                "{\"name\":\"a\",\"weight\":null,\"places\":{}}",
                "{\"name\":null,\"share\":1,\"weight\":null,\"places\":{}}",
                "{\"name\":\"a\",\"share\":null,\"weight\":null,\"places\":{}}",
                "{\"name\":\"a\",\"share\":NaN,\"weight\":null,\"places\":{}}",
                "{\"name\":\"a\",\"share\":\"NaN\",\"weight\":null,\"places\":{}}",
                "{\"name\":\"a\",\"share\":\"1\",\"weight\":null,\"places\":{}}",
                "{\"name\":\"No Name\",\"share\":1,\"weight\":null,\"places\":{}}",
                "{\"name\":{},\"share\":1,\"weight\":null,\"places\":{}}",
                "{\"name\":\"a\",\"share\":1,\"weight\":101,\"places\":{}}",
                "{\"name\":\"a\",\"share\":1,\"weight\":1.5,\"places\":{}}",
                "{\"name\":\"a\",\"share\":1,\"weight\":null,\"places\":{\"noslash\":\"prod/orders\"}}",
                "{\"name\":\"a\",\"share\":1,\"weight\":null,\"places\":{\"a/b\":\"prod/No Name\"}}"
            })
    void shouldRefuseWhatItWouldNotWrite(String text) {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("Reading the thing failed: ")
                .satisfies(failure -> assertThat(failure.because()).isNotBlank());
    }

    @Test
    void shouldRefuseAbsurdDepth() {
        assertThat(values.parse(nested(60), "the thing").isArray()).isTrue();
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> values.parse(nested(70), "the thing"))
                .withMessageContaining("depth");
    }

    @Test
    void shouldRefuseToWriteWhatIsNoNumber() {
        Thing thing = new Thing(Name.of("shop"), Double.NaN, Optional.empty(), new TreeMap<>());

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> values.write(thing))
                .withMessageContaining("NaN");
    }

    private Thing read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return values.value(values.parse(bytes, "the thing"), Thing.class, "the thing");
    }

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }
}
