package io.jenkins.plugins.servicedelivery.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String DIGEST = Digest.of("x").value();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.example.com/shop/orders",
                "localhost:5000/orders:1.0",
                "127.0.0.1:5000/a/b__c/d-e.f:v1_2",
                "r/p"
            })
    void shouldReadBackWhatItWrites(String text) {
        assertThat(ImageReference.parse(text)).hasToString(text);
    }

    @Test
    void shouldKnowItsParts() {
        ImageReference reference = ImageReference.parse("registry.local:5000/shop/orders:1.0@" + DIGEST);

        assertThat(reference.host()).isEqualTo("registry.local:5000");
        assertThat(reference.path()).isEqualTo("shop/orders");
        assertThat(reference.tag()).hasValue("1.0");
        assertThat(reference.digest()).hasValue(Digest.parse(DIGEST));
    }

    @Test
    void shouldLoseTheTagWhenPinned() {
        assertThat(ImageReference.parse("r/p:latest").at(Digest.parse(DIGEST))).hasToString("r/p@" + DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "r/",
                "/orders",
                "r/Orders",
                "r/../etc",
                "r/orders:",
                "r/orders@sha256:abc",
                "-r/orders",
                "r/orders --privileged",
                "r/orders\n",
                "http://r/orders",
                "r/orders:tag:tag"
            })
    void shouldRefuseWhatIsNoReference(String text) {
        assertThatThrownBy(() -> ImageReference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an image reference");
    }
}
