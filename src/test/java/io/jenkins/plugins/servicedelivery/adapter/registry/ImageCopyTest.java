package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpConnection;
import io.jenkins.plugins.servicedelivery.adapter.http.TurnedTime;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord.Origin;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Images on their way from one registry to another: from layout to layout, to a server and from one. */
@Timeout(60)
class ImageCopyTest {
    private static final ImageLabels LABELS = new ImageLabels(new TreeMap<>(Map.of(ImageLabels.SERVICE, "orders")));
    private static final ImageReference BUILT = ImageReference.parse("build.local/shop/orders");
    private static final ImageReference KEPT = ImageReference.parse("keep.local/line/orders");
    private static final ImageRecord MORNING = record("1", "2026-01-02T08:00:00Z");
    private static final ImageRecord EVENING = record("2", "2026-01-02T20:00:00Z");

    @TempDir
    private Path folder;

    private FakeRegistry server;
    private LayoutRegistry from;
    private LayoutRegistry to;

    @BeforeEach
    void makeRegistries() throws IOException {
        server = new FakeRegistry();
        from = new LayoutRegistry(folder.resolve("from"));
        to = new LayoutRegistry(folder.resolve("to"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldKeepTheDigestFromLayoutToLayout() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);

        ImageReference copy = from.copy(image, to, KEPT, room());

        assertThat(copy).isEqualTo(KEPT.at(image.digest().orElseThrow()));
        assertThat(to.find(copy)).isEqualTo(image.digest());
        assertThat(to.labels(copy)).contains(LABELS);
        assertThat(to.find(BUILT.at(image.digest().orElseThrow()))).isEmpty();
    }

    @Test
    void shouldKeepTheDigestFromALayoutToAServer() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);

        ImageReference copy = from.copy(image, client(), onServer(), room());

        assertThat(copy).isEqualTo(onServer().at(image.digest().orElseThrow()));
        assertThat(client().find(copy)).isEqualTo(image.digest());
        assertThat(client().labels(copy)).contains(LABELS);
    }

    @Test
    void shouldKeepTheDigestFromAServerToALayout() throws Exception {
        ImageReference image = OciImages.put(client(), onServer(), LABELS);

        ImageReference copy = client().copy(image, to, KEPT, room());

        assertThat(to.find(copy)).isEqualTo(image.digest());
        assertThat(to.labels(copy)).contains(LABELS);
    }

    @Test
    void shouldBringEveryBlobAlong() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);

        from.copy(image, to, KEPT, room());

        assertThat(blobs("to")).containsExactlyElementsOf(blobs("from"));
    }

    @Test
    void shouldBringTheRecordsAlong() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);
        from.attach(image, EVENING);
        from.attach(image, MORNING);

        assertThat(to.records(from.copy(image, to, KEPT, room()))).containsExactly(MORNING, EVENING);
        assertThat(client().records(from.copy(image, client(), onServer(), room())))
                .containsExactly(MORNING, EVENING);
    }

    @Test
    void shouldBringLaterRecordsAlongWithTheNextCopy() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);
        from.attach(image, MORNING);
        ImageReference copy = from.copy(image, to, KEPT, room());
        from.attach(image, EVENING);

        from.copy(image, to, KEPT, room());

        assertThat(to.records(copy)).containsExactly(MORNING, EVENING);
    }

    @Test
    void shouldBringTheTagAlongThatNamesTheImage() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);
        from.tag(image, "in-1");
        from.tag(image, "latest");

        from.copy(BUILT.tagged("in-1"), to, KEPT, room());
        from.copy(BUILT.tagged("in-1"), client(), onServer(), room());

        assertThat(to.find(KEPT.tagged("in-1"))).isEqualTo(image.digest());
        assertThat(to.find(KEPT.tagged("latest"))).isEmpty();
        assertThat(client().find(onServer().tagged("in-1"))).isEqualTo(image.digest());
    }

    @Test
    void shouldSendNoBlobTheSecondTime() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);
        from.attach(image, MORNING);
        from.copy(image, client(), onServer(), room());
        server.forgetRequests();

        from.copy(image, client(), onServer(), room());

        assertThat(server.requests()).isNotEmpty().noneMatch(request -> request.contains("/blobs/uploads/"));
    }

    @Test
    void shouldSendTheManifestWhenEveryBlobIsThere() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);

        from.copy(image, client(), onServer(), room());

        List<String> puts = server.requests().stream()
                .filter(request -> request.startsWith("PUT "))
                .toList();
        assertThat(puts).hasSize(3);
        assertThat(puts.get(2))
                .isEqualTo("PUT /v2/line/orders/manifests/" + image.digest().orElseThrow());
    }

    @Test
    void shouldRefuseABlobThatIsNotWhatItsDigestSays() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);
        Digest layer = layerOf(image);
        Files.writeString(blob("from", layer), "forged");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> from.copy(image, to, KEPT, room()))
                .withMessageContaining(layer.hex());

        assertThat(to.hasBlob(KEPT, layer)).isFalse();
        assertThat(to.find(KEPT.at(image.digest().orElseThrow()))).isEmpty();
        assertNothingIsLeftInTheRoom();
    }

    @Test
    void shouldRefuseABlobThatTheServerForges() throws Exception {
        ImageReference image = OciImages.put(client(), onServer(), LABELS);
        server.on("GET /v2/line/orders/blobs/.*", 1, exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("forged".getBytes(StandardCharsets.UTF_8));
            return true;
        });

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> client().copy(image, to, KEPT, room()))
                .withMessageContaining("what came has the digest " + Digest.of("forged"));

        assertThat(blobs("to")).isEmpty();
        assertNothingIsLeftInTheRoom();
    }

    @Test
    void shouldStopReadingABlobThatIsLargerThanTheManifestSays() throws Exception {
        ImageReference image = OciImages.put(client(), onServer(), LABELS);
        server.on("GET /v2/line/orders/blobs/.*", 1, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
            return true;
        });

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> client().copy(image, to, KEPT, room()))
                .withMessageContaining("what came has more than");

        assertThat(blobs("to")).isEmpty();
        assertNothingIsLeftInTheRoom();
    }

    @Test
    void shouldNameNothingWhenTheServerBreaksOffInTheMiddle() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);
        server.on("PUT /v2/line/orders/blobs/uploads/1", 99, 500);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> from.copy(image, client(), onServer(), room()))
                .withMessageStartingWith("Pushing ");

        assertThat(server.names()).isZero();
        assertNothingIsLeftInTheRoom();
    }

    @Test
    void shouldRefuseAListOfImages() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);
        ObjectNode tree = OciJson.object().put("schemaVersion", 2);
        tree.putArray("manifests")
                .add(new Descriptor(MediaTypes.MANIFEST, image.digest().orElseThrow(), 1).toJson());
        Manifest list = Manifest.of(MediaTypes.INDEX, tree);
        from.putManifest(BUILT.tagged("all"), list);

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> from.copy(BUILT.tagged("all"), to, KEPT, room()))
                .withMessage("Copying " + BUILT + ":all failed: it is a list of images for several platforms. "
                        + "Name the image of one platform.");

        assertThat(to.find(KEPT.tagged("all"))).isEmpty();
        assertThat(blobs("to")).isEmpty();
    }

    @Test
    void shouldSayThatTheImageIsNotThere() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> from.copy(BUILT.tagged("none"), to, KEPT, room()))
                .withMessage("Copying " + BUILT + ":none failed: the image is not there. Build or push it first.");
    }

    @Test
    void shouldLeaveNothingInTheRoom() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);

        from.copy(image, to, KEPT, room());

        assertNothingIsLeftInTheRoom();
    }

    @Test
    void shouldEndWithInterruptionAndNothingHalfWritten() throws Exception {
        ImageReference image = OciImages.put(from, BUILT, LABELS);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> from.copy(image, to, KEPT, room()));

        assertThat(Thread.interrupted()).isFalse();
        assertThat(blobs("to")).isEmpty();
    }

    private Digest layerOf(ImageReference image) throws InterruptedException {
        return from.manifest(image).orElseThrow().layers().get(0).digest();
    }

    private DistributionRegistry client() {
        return new DistributionRegistry(HttpConnection.to(server.uri()), Optional::empty, new TurnedTime());
    }

    private ImageReference onServer() {
        return ImageReference.parse(server.host() + "/line/orders");
    }

    private Path room() {
        return folder.resolve("room");
    }

    private void assertNothingIsLeftInTheRoom() {
        assertThat(room()).isEmptyDirectory();
    }

    private Path blob(String layout, Digest digest) {
        return folder.resolve(layout).resolve("blobs/sha256").resolve(digest.hex());
    }

    private List<String> blobs(String layout) throws IOException {
        Path blobs = folder.resolve(layout).resolve("blobs/sha256");
        if (!Files.exists(blobs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(blobs)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static ImageRecord record(String commit, String time) {
        return new ImageRecord(
                new Origin(Optional.of(commit), Optional.of("main"), Optional.empty()), Instant.parse(time));
    }
}
