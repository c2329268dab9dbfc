package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.adapter.registry.JibImageBuilder;
import io.jenkins.plugins.servicedelivery.adapter.registry.LayoutRegistry;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildProgress;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildServiceImage;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.image.ImageRecord;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final String CATALOG =
            """
            apiVersion: service-delivery/v1
            kind: ProductLine
            name: tea
            repository: registry.local/tea
            owners: {main: [alice], backup: [bob]}
            services:
              green: {template: text, ports: {http: 8080}}
            ---
            apiVersion: service-delivery/v1
            kind: ImageTemplate
            name: text
            version: 1.0
            base: {empty: true}
            layers:
              files: {from: leaves, into: /app}
            user: "65532"
            entrypoint: [cat, /app/leaves]
            probe: /health
            """;

    private final RecordingGate gate = new RecordingGate();

    @TempDir
    private Path folder;

    private Outbox outbox;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("outbox/blobs"));
        Files.writeString(folder.resolve("outbox/blobs/of-one-that-was-killed"), "");
        outbox = new Outbox(folder.resolve("outbox"), new Controller(gate));
        gate.incoming = new IncomingLayout(folder.resolve("incoming"));
    }

    @Test
    void shouldSendWhatTheControllerCanStore() throws Exception {
        BuiltImage built = build();

        outbox.finish();

        BuildAnswer.Image described = outbox.described(built);
        ImageReference image = ImageReference.parse("registry.local/tea/green:" + described.tag());
        LayoutRegistry received = new LayoutRegistry(folder.resolve("incoming"));
        LayoutRegistry kept = new LayoutRegistry(folder.resolve("kept"));
        received.copy(image, kept, ImageReference.parse("registry.local/tea/green"), folder.resolve("room"));
        assertThat(kept.find(image)).isEqualTo(built.reference().digest());
        assertThat(kept.records(built.reference())).hasSize(1);
        assertThat(gate.sent).last().isEqualTo("index.json");
    }

    @Test
    void shouldNotSendWhatTheControllerHolds() throws Exception {
        BuiltImage built = build();
        String manifest = built.reference().digest().orElseThrow().value();
        gate.held.add(manifest);

        outbox.finish();

        assertThat(gate.sent).hasSizeGreaterThan(3).doesNotContain(manifest);
    }

    @Test
    void shouldSendNothingWhereNothingIsNew() throws InterruptedException {
        outbox.finish();

        assertThat(gate.sent).isEmpty();
    }

    @Test
    void shouldLeaveNothingBehind() throws Exception {
        build();

        outbox.close();

        assertThat(folder.resolve("outbox")).doesNotExist();
    }

    private BuiltImage build() throws Exception {
        Files.createDirectories(folder.resolve("green/leaves"));
        Files.writeString(folder.resolve("green/leaves/leaf"), "leaf");
        var catalog = CatalogReader.read(Map.of("catalog.yaml", CATALOG));
        return new BuildServiceImage(
                        new JibImageBuilder(outbox.images(), base -> outbox.images(), folder.resolve("work")),
                        outbox.asked(),
                        new ProcessCommandRunner(),
                        new MachineTime(),
                        1)
                .build(
                        BuildServiceImage.plan(catalog, Name.of("tea"), new TreeSet<>(), folder.toString()),
                        new ImageRecord.Origin(Optional.empty(), Optional.empty(), Optional.empty()),
                        BuildProgress.NONE)
                .get(0);
    }
}
