package io.jenkins.plugins.servicedelivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path state;

    @Test
    void shouldTellTheWholeStoryAndItsNumbers() throws IOException {
        Path leftover = Files.createDirectories(state.resolve("demo/shop")).resolve("leftover.yaml");
        Files.writeString(leftover, "not: a catalog");
        CapturedTerminal captured = new CapturedTerminal();

        int exitCode = captured.run("demo", "--state", state.toString());

        assertThat(exitCode).isZero();
        assertThat(captured.out())
                .contains("simulated cluster")
                .contains("$ service-delivery release orders --in production --catalog ")
                .containsPattern("storefront\\s+->\\s+orders\\s+confirmed")
                .containsPattern("promoted: +orders-[0-9a-f]{8}")
                .containsPattern("rolled back: +orders-[0-9a-f]{8}, look \\d+: candidate \\d+ of \\d+ requests failed")
                .containsPattern("requests: +\\d+ in all environments, \\d+ answered with an error, 0 lost")
                .contains("no container runtime can start them");
        assertThat(leftover).doesNotExist();
        assertThat(state).isDirectoryNotContaining(path -> !path.endsWith("demo"));
    }

    @Test
    void shouldTellTheSameAsOneDocument() throws IOException {
        CapturedTerminal captured = new CapturedTerminal();

        captured.run("demo", "--state", state.toString(), "--json", "--quiet");

        JsonNode document = new ObjectMapper().readTree(captured.out());
        assertThat(document.get("promoted")).hasSize(1);
        assertThat(document.get("rolledBack")).hasSize(1);
        assertThat(document.at("/requests/lost").asLong()).isZero();
        assertThat(document.get("steps")).hasSizeGreaterThan(8);
    }
}
