package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.agent.DeliveredImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltImagesTest {
    private static final String DIGEST = "sha256:" + "0".repeat(64);

    @Test
    void shouldBeTheOnlyImage() throws AbortException {
        BuiltImages one = new BuiltImages(List.of(image("green", true)));

        assertThat(one.getImage()).isEqualTo("registry.local/tea/green@" + DIGEST);
        assertThat(one.getDigest()).isEqualTo(DIGEST);
        assertThat(one.isReused()).isTrue();
        assertThat(one).hasToString("{green=registry.local/tea/green@" + DIGEST + "}");
    }

    @Test
    void shouldHaveToBeChosenWhereThereAreSeveral() throws AbortException {
        BuiltImages two = new BuiltImages(List.of(image("green", true), image("black", false)));

        assertThat(two.of("black")).isEqualTo("registry.local/tea/black@" + DIGEST);
        assertThat(two.isReused()).isFalse();
        assertThat(two.getImages())
                .isEqualTo(two.asMap())
                .isEqualTo(Map.of(
                        "black", "registry.local/tea/black@" + DIGEST, "green", "registry.local/tea/green@" + DIGEST));
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(two::getImage)
                .withMessage("Choosing an image failed: the images of black, green were built. Name the service:"
                        + " of('<service>').");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> two.of("white"))
                .withMessageContaining("\"white\"");
    }

    private static DeliveredImage image(String service, boolean reused) {
        return new DeliveredImage(
                Name.of(service), ImageReference.parse("registry.local/tea/" + service + "@" + DIGEST), reused);
    }
}
