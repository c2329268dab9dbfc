package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.adapter.registry.LayoutRegistry;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent that lies can send: nothing of it comes into the registry that is built in. */
class ForgedLayoutTest {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String REPOSITORY = "registry.local/tea/orders";

    @TempDir
    private Path folder;

    private IncomingLayout incoming;

    @BeforeEach
    void open() {
        incoming = new IncomingLayout(folder.resolve("incoming"));
    }

    @Test
    void shouldTakeNoContentThatIsNotWhatItsDigestSays() throws Exception {
        Digest layer = Digest.of("right");
        send(layer.value(), "wrong");
        Digest manifest = sendManifest(layer, 5);

        assertRefused(manifest, "digest");
    }

    @Test
    void shouldTakeNoManifestThatIsNotWhatItsDigestSays() throws Exception {
        Digest manifest = Digest.of("something else");
        send(manifest.value(), "{}");
        index(REPOSITORY, manifest);

        assertRefused(manifest, "is damaged");
    }

    @Test
    void shouldTakeNoManifestThatFillsTheMemory() throws Exception {
        byte[] large = new byte[5 * 1024 * 1024];
        Digest manifest = Digest.of(large);
        for (int sent = 0; sent < large.length; sent += IncomingLayout.MOST_BYTES_A_PIECE) {
            incoming.receive(manifest.value(), sent, new byte[IncomingLayout.MOST_BYTES_A_PIECE]);
        }
        index(REPOSITORY, manifest);

        assertRefused(manifest, "more than");
    }

    @Test
    void shouldTakeNoLayerThatIsLargerThanItSays() throws Exception {
        Digest layer = Digest.of("a layer");
        send(layer.value(), "a layer");
        Digest manifest = sendManifest(layer, 3);

        assertRefused(manifest, "more than 3 bytes");
    }

    @Test
    void shouldTakeNoImageOfAnotherRepository() throws Exception {
        Digest layer = Digest.of("a layer");
        send(layer.value(), "a layer");
        Digest manifest = sendManifest(layer, 7);
        index("registry.local/bank/orders", manifest);

        assertRefused(manifest, "is not there");
    }

    @Test
    void shouldTakeNoIndexThatIsNone() throws Exception {
        send("index.json", "[".repeat(1_000_000));

        assertRefused(Digest.of("any"), "not a JSON object");
    }

    private void assertRefused(Digest manifest, String because) throws Exception {
        LayoutRegistry builtIn = new LayoutRegistry(folder.resolve("registry"));
        ImageReference image = ImageReference.parse(REPOSITORY + ":in-0123456789abcdef@" + manifest);

        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> new LayoutRegistry(incoming.folder())
                        .copy(image, builtIn, ImageReference.parse(REPOSITORY), folder.resolve("room")))
                .withMessageContaining(because);
        assertThat(builtIn.find(ImageReference.parse(REPOSITORY + ":in-0123456789abcdef")))
                .isEmpty();
        assertThat(builtIn.find(ImageReference.parse(REPOSITORY + "@" + manifest)))
                .isEmpty();
    }

    private Digest sendManifest(Digest layer, int size) throws Exception {
        Digest config = Digest.of("{}");
        send(config.value(), "{}");
        String manifest =
                "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":{\"mediaType\":\"x\",\"digest\":\""
                        + config + "\",\"size\":2},\"layers\":[{\"mediaType\":\"x\",\"digest\":\"" + layer
                        + "\",\"size\":" + size
                        + "}]}";
        Digest digest = Digest.of(manifest);
        send(digest.value(), manifest);
        index(REPOSITORY, digest);
        return digest;
    }

    private void index(String repository, Digest manifest) throws Exception {
        Path index = incoming.folder().resolve("index.json");
        Files.deleteIfExists(index);
        String entries = Stream.of("@" + manifest, ":in-0123456789abcdef")
                .map(name -> "{\"mediaType\":\"" + MANIFEST + "\",\"digest\":\"" + manifest
                        + "\",\"size\":1,\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + repository + name
                        + "\"}}")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        send("index.json", "{\"schemaVersion\":2,\"manifests\":[" + entries + "]}");
    }

    private void send(String file, String text) {
        incoming.receive(file, 0, text.getBytes(StandardCharsets.UTF_8));
    }
}
