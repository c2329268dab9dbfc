package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFolderTest {
    @TempDir
    private Path disk;

    private Path workspace;

    @BeforeEach
    void checkOut() throws IOException {
        workspace = Files.createDirectories(disk.toRealPath().resolve("workspace"));
        Files.createDirectories(workspace.resolve("shop/deep"));
        Files.createDirectories(disk.resolve("workspace-of-others"));
    }

    @Test
    void shouldFindFolders() {
        assertThat(WorkspaceFolder.in(workspace, "catalog", "")).isEqualTo(workspace);
        assertThat(WorkspaceFolder.in(workspace, "catalog", "shop/deep")).isEqualTo(workspace.resolve("shop/deep"));
        assertThat(WorkspaceFolder.in(workspace, "catalog", " shop\\deep ")).isEqualTo(workspace.resolve("shop/deep"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "../workspace-of-others", "shop/../..", "/etc", "\\\\server\\share", "C:\\Users", "c:x"})
    void shouldRefuseNamesThatLeadOut(String folder) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> WorkspaceFolder.checked("catalog", folder))
                .withMessageContaining("leads out of the workspace");
    }

    @Test
    void shouldRefuseALinkThatLeadsOut() throws IOException {
        Files.createSymbolicLink(workspace.resolve("link"), disk.resolve("workspace-of-others"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> WorkspaceFolder.in(workspace, "catalog", "link"));
    }

    @Test
    void shouldFollowALinkThatStaysInside() throws IOException {
        Files.createSymbolicLink(workspace.resolve("link"), workspace.resolve("shop"));

        assertThat(WorkspaceFolder.in(workspace, "catalog", "link")).isEqualTo(workspace.resolve("shop"));
    }

    @Test
    void shouldSayThatAFolderIsMissing() throws IOException {
        Files.writeString(workspace.resolve("file"), "");

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> WorkspaceFolder.in(workspace, "catalog", "shoes"))
                .withMessage("Reading the argument \"catalog\" failed: there is no folder \"shoes\" in the workspace."
                        + " Check the sources out first, and name the folder of the catalog.");
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> WorkspaceFolder.in(workspace, "catalog", "file"));
    }
}
