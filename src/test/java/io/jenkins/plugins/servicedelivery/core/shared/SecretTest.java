package io.jenkins.plugins.servicedelivery.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void shouldHaveNoTextForm() {
        assertThat("the password is " + Secret.of("s3cret")).isEqualTo("the password is ******");
    }

    @Test
    void shouldNotBeSerializable() throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(Secret.of("s3cret"))).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void shouldBeEqualWhenThePlainValuesAre() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b"));
    }
}
