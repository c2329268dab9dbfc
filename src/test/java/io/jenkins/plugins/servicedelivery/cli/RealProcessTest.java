package io.jenkins.plugins.servicedelivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.servicedelivery.cli.ShopRoom.Done;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process of the tool kit is killed in the middle of a release, or runs out of room. */
class RealProcessTest {
    private static final int KILLED = 128 + 9;

    @TempDir
    private static Path prepared;

    private static ShopRoom template;

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepareARelease() {
        template = new ShopRoom(prepared).unpacked();
        template.run("build");
        template.run("deploy", "production");
        template.apply("orders-1.1-check-letter");
        template.run("build", "orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preparing the candidate", "candidate at 10 %", "moving the candidate to 25 %"})
    void shouldGoOnWhereTheKilledProcessWas(String phrase) throws Exception {
        ShopRoom shop = template.copiedTo(folder);

        int exitCode = killAt(phrase, shop.withPlaces("release", "orders", "--in", "production", "--json"));
        Done second = shop.run("release", "orders", "--in", "production", "--json");

        assertThat(exitCode).isEqualTo(KILLED);
        assertThat(second.exitCode()).isZero();
        assertThat(second.json().get("result").asText()).isEqualTo("promoted");
        assertThat(second.json().at("/served/lost").asLong()).isZero();
        assertThat(releases(shop)).hasSize(1);
        assertThat(starts(shop)).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldSayHowToGoOnWhenStopped() throws Exception {
        ShopRoom shop = template.copiedTo(folder);
        Process process = new ProcessBuilder(toolKit(shop.withPlaces("release", "orders", "--in", "production")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader progress = process.errorReader(StandardCharsets.UTF_8);
        progress.readLine();

        process.toHandle().destroy();

        assertThat(progress.lines()).contains(Failure.INTERRUPTION);
    }

    /** A limit on the size of files is refused to a process at the same calls as a full disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldChangeNothingWhenTheDiskIsFull() throws Exception {
        ShopRoom shop = template.copiedTo(folder);
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 16; exec \"$@\"", "bash"));
        command.addAll(toolKit(shop.withPlaces("deploy", "test", "--json")));

        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(ExitCode.FAILED.number());
        assertThat(out).contains("\"code\" : \"failed\"");
        assertThat(err).contains("failed: ").doesNotContain("\tat ");
        assertThat(shop.run("status", "test").out()).contains("(absent)");
        assertThat(shop.run("deploy", "test").exitCode()).isZero();
    }

    private static List<String> toolKit(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    private static int killAt(String phrase, String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(toolKit(words))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader progress = process.errorReader(StandardCharsets.UTF_8)) {
            String line = progress.readLine();
            while (line != null && !line.contains(phrase)) {
                line = progress.readLine();
            }
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private static List<String> releases(ShopRoom shop) {
        return shop.run("status", "--json").json().get("operations").findValuesAsText("key").stream()
                .filter(key -> key.startsWith("release-"))
                .toList();
    }

    private static long starts(ShopRoom shop) {
        JsonNode story = shop.run(
                        "status", "--json", "--operation", releases(shop).get(0))
                .json()
                .get("story");
        return story.findValuesAsText("text").stream()
                .filter(text -> text.startsWith("started by"))
                .count();
    }
}
