package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingLayoutTest {
    private static final String BLOB = "sha256:" + "0".repeat(63) + "a";

    @TempDir
    private Path folder;

    private IncomingLayout incoming;

    @BeforeEach
    void open() {
        incoming = new IncomingLayout(folder.resolve("incoming"), 2_000_000);
    }

    @Test
    void shouldPutThePiecesTogether() {
        incoming.receive(BLOB, 0, new byte[] {1, 2});
        incoming.receive(BLOB, 2, new byte[] {3});
        incoming.receive("index.json", 0, "{}".getBytes());

        assertThat(folder.resolve("incoming/blobs/sha256/" + "0".repeat(63) + "a"))
                .hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(folder.resolve("incoming/index.json")).hasContent("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secrets/master.key",
                "/etc/passwd",
                "oci-layout",
                "index.json/../../x",
                "sha256:../x",
                "sha256:00",
                "sha512:00",
                ""
            })
    void shouldTakeNothingThatIsNoPartOfALayout(String file) throws IOException {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> incoming.receive(file, 0, new byte[] {1}));

        assertThat(filesBelow(folder)).isEmpty();
    }

    @Test
    void shouldTakePiecesInTurnOnly() {
        incoming.receive(BLOB, 0, new byte[] {1, 2});

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> incoming.receive(BLOB, 5, new byte[] {1}))
                .withMessageContaining("out of turn");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> incoming.receive(BLOB, 0, new byte[] {1}));
    }

    @Test
    void shouldTakeNoMoreThanTheLimit() {
        byte[] piece = new byte[900_000];
        incoming.receive(BLOB, 0, piece);
        incoming.receive(BLOB, piece.length, piece);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> incoming.receive(BLOB, 2L * piece.length, piece))
                .withMessageContaining("more than 2000000 bytes");
    }

    @Test
    void shouldBeGoneAfterwards() throws IOException {
        incoming.receive(BLOB, 0, new byte[] {1});

        incoming.remove();

        assertThat(folder.resolve("incoming")).doesNotExist();
    }

    @Test
    void shouldRemoveALinkAndNotWhatItLeadsTo() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("kept"), "kept");
        Files.createDirectories(folder.resolve("incoming"));
        Files.createSymbolicLink(folder.resolve("incoming/link"), other);

        incoming.remove();

        assertThat(other.resolve("kept")).exists();
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
