package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import io.jenkins.plugins.servicedelivery.core.image.RegistryContract;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutRegistryTest extends RegistryContract {
    private static final ImageReference ORDERS = ImageReference.parse("registry.local/shop/orders");

    @TempDir
    private Path folder;

    @Override
    protected Registry registry() {
        return layout();
    }

    @Override
    protected ImageReference put(ImageReference repository, ImageLabels labels) throws Exception {
        return OciImages.put(layout(), repository, labels);
    }

    @Override
    protected ImageReference repository(String path) {
        return ImageReference.parse("registry.local/" + path);
    }

    @Test
    void shouldWriteNothingWhenItIsOnlyAsked() throws Exception {
        layout().find(ORDERS.tagged("one"));

        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void shouldLeaveNothingBehindWhenTheDiskIsFullInTheMiddle() throws Exception {
        Blob blob = new Blob(Digest.of("whole"), 5, () -> fullAfter("wh"));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> layout().putBlob(ORDERS, blob))
                .withMessageContaining("the disk is full (No space left on device)")
                .withMessageEndingWith("Make room and run again; nothing was left half written.");

        assertThat(layout().hasBlob(ORDERS, blob.digest())).isFalse();
        assertThat(blobs()).isEmpty();
    }

    @Test
    void shouldRefuseContentThatIsNotWhatItsDigestSays() throws Exception {
        Blob forged = new Blob(Digest.of("whole"), 5, () -> Blob.of("other".getBytes())
                .content()
                .open());

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> layout().putBlob(ORDERS, forged))
                .withMessageContaining("and not " + Digest.of("whole"));

        assertThat(blobs()).isEmpty();
    }

    @Test
    void shouldRefuseToReadADamagedManifest() throws Exception {
        ImageReference image = put(ORDERS, new ImageLabels(new TreeMap<>()));
        Path file = store().resolve("blobs/sha256")
                .resolve(image.digest().orElseThrow().hex());
        Files.writeString(file, Files.readString(file) + " ");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> layout().labels(image))
                .withMessageContaining("is damaged");
    }

    @Test
    void shouldReadNoManifestThatCouldFillTheMemory() throws Exception {
        byte[] large = new byte[OciRegistry.MOST_TEXT_BYTES + 1];
        String digest = Digest.of(large).value();
        layout().putBlob(ORDERS, Blob.of(large));
        Files.writeString(
                store().resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"" + MediaTypes.MANIFEST + "\",\"digest\":\""
                        + digest + "\",\"size\":2,\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + ORDERS
                        + ":1\"}}]}");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> layout().labels(ORDERS.tagged("1")))
                .withMessageContaining("more than " + OciRegistry.MOST_TEXT_BYTES + " bytes");
    }

    @Test
    void shouldKeepTheIndexWholeWhenManyWriteAtOnce() throws Exception {
        ImageReference image = put(ORDERS, new ImageLabels(new TreeMap<>(Map.of("a", "b"))));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<?>> tagging = new ArrayList<>();

        for (int i = 0; i < 40; i++) {
            String tag = "t" + i;
            tagging.add(pool.submit(() -> {
                layout().tag(image, tag);
                return null;
            }));
        }
        for (Future<?> tagged : tagging) {
            tagged.get();
        }
        pool.shutdown();

        for (int i = 0; i < 40; i++) {
            assertThat(layout().find(ORDERS.tagged("t" + i))).isEqualTo(image.digest());
        }
    }

    @Test
    void shouldKeepWhatOthersHaveWrittenIntoTheIndex() throws Exception {
        Files.createDirectories(store());
        Files.writeString(
                store().resolve("index.json"),
                """
                {"schemaVersion":2,"manifests":[{"mediaType":"x/y","digest":"%s","size":3,"annotations":{"note":"theirs"}}]}
                """
                        .formatted(Digest.of("theirs")));

        put(ORDERS, new ImageLabels(new TreeMap<>()));

        assertThat(Files.readString(store().resolve("index.json"))).contains("\"note\":\"theirs\"");
    }

    @Test
    void shouldEndWithInterruptionAndNothingHalfWritten() throws Exception {
        Blob blob = new Blob(Digest.of("whole"), 5, () -> {
            Thread.currentThread().interrupt();
            return Blob.of("whole".getBytes()).content().open();
        });

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> layout().putBlob(ORDERS, blob));

        assertThat(Thread.interrupted()).isFalse();
        assertThat(blobs()).isEmpty();
    }

    private LayoutRegistry layout() {
        return new LayoutRegistry(store());
    }

    private Path store() {
        return folder.resolve("store");
    }

    private List<Path> blobs() throws IOException {
        try (Stream<Path> files = Files.list(store().resolve("blobs/sha256"))) {
            return files.toList();
        }
    }

    private static InputStream fullAfter(String beginning) {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == beginning.length()) {
                    throw new IOException("No space left on device");
                }
                return beginning.charAt(at++);
            }
        };
    }
}
