package io.jenkins.plugins.servicedelivery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltImagesTest {
    private static final Name SHOP = Name.of("shop");
    private static final Name ORDERS = Name.of("orders");
    private static final Name PAYMENTS = Name.of("payments");

    @TempDir
    private Path state;

    @Test
    void shouldKnowNothingBeforeTheFirstBuild() {
        assertThat(new BuiltImages(state.resolve("never")).of(SHOP)).isEmpty();
    }

    @Test
    void shouldRememberTheLastImageOfEachService() {
        new BuiltImages(state).remember(SHOP, List.of(image(ORDERS, "one"), image(PAYMENTS, "one")));
        new BuiltImages(state).remember(SHOP, List.of(image(ORDERS, "two")));

        assertThat(new BuiltImages(state).of(SHOP))
                .containsEntry(ORDERS, reference(ORDERS, "two"))
                .containsEntry(PAYMENTS, reference(PAYMENTS, "one"));
    }

    @Test
    void shouldKeepLinesApart() {
        new BuiltImages(state).remember(SHOP, List.of(image(ORDERS, "one")));

        assertThat(new BuiltImages(state).of(Name.of("bank"))).isEmpty();
    }

    @Test
    void shouldLeaveNoTemporaryFile() {
        new BuiltImages(state).remember(SHOP, List.of(image(ORDERS, "one")));

        assertThat(state).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void shouldSayWhichFileIsDamaged() throws IOException {
        Files.writeString(state.resolve("images.json"), "{\"shop\": {\"orders\": \"not an image\"}}");
        BuiltImages images = new BuiltImages(state);

        assertThatThrownBy(() -> images.of(SHOP))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("images.json")
                .hasMessageContaining("build the images again");
    }

    @Test
    void shouldNotBuildOnWhatIsNoLine() throws IOException {
        Files.writeString(state.resolve("images.json"), "{\"shop\": 5}");
        BuiltImages images = new BuiltImages(state);
        List<BuiltImage> built = List.of(image(ORDERS, "one"));

        assertThatThrownBy(() -> images.remember(SHOP, built)).isInstanceOf(FailedException.class);
        assertThatThrownBy(() -> images.of(SHOP)).isInstanceOf(FailedException.class);
    }

    private static BuiltImage image(Name service, String content) {
        return new BuiltImage(service, reference(service, content), new ImageLabels(new TreeMap<>()), false);
    }

    private static ImageReference reference(Name service, String content) {
        return ImageReference.parse("registry.local/shop/" + service).at(Digest.of(content));
    }
}
