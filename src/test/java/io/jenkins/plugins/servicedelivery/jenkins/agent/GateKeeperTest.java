package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateKeeperTest {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private GateKeeper gate;

    @BeforeEach
    void open() {
        RunningCommands commands = new RunningCommands(
                new Launcher.LocalLauncher(TaskListener.NULL),
                FilePath.localChannel,
                new EnvVars(Map.of("PATH", System.getenv("PATH"))),
                Cookie.fresh());
        gate = new GateKeeper(
                new PrintStream(console, true, StandardCharsets.UTF_8),
                new GateKeeper.Rooms(commands, new NoRegistries(), new IncomingLayout(folder.resolve("incoming"))));
    }

    @Test
    void shouldKeepLinesOnTheirLine() {
        gate.say("one: \u001b[8mha:AAAA\u001b[0m\nFinished: SUCCESS");

        assertThat(console.toString(StandardCharsets.UTF_8))
                .isEqualTo("  one: \\u001b[8mha:AAAA\\u001b[0m\\u000aFinished: SUCCESS" + System.lineSeparator());
    }

    @Test
    void shouldShowNoMoreThanSomeLinesOfSomeLength() {
        for (int i = 0; i < 10_500; i++) {
            gate.say("x".repeat(1_000));
        }

        assertThat(console.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(10_000)
                .allMatch(line -> line.length() < 510);
    }

    @Test
    void shouldAnswerNothingAfterTheStepHasEnded() {
        gate.close();

        assertThatExceptionOfType(AgentException.class)
                .isThrownBy(() -> gate.begin("1", new CommandOrder(List.of("true"), folder.toString(), Map.of())))
                .withMessageContaining("the step has ended");
        gate.say("late");
        assertThat(console.size()).isZero();
    }

    @Test
    void shouldEndWhatRunsAtTheClose() throws Exception {
        gate.begin("1", new CommandOrder(List.of("sleep", "1000"), folder.toString(), Map.of()));
        long sleeping = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("sleep 1000"))
                .findFirst()
                .orElseThrow()
                .pid();

        gate.close();

        assertThat(ProcessHandle.of(sleeping).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void shouldSayHowACommandEnded() throws Exception {
        gate.begin(
                "1",
                new CommandOrder(
                        List.of("sh", "-c", "echo \"$0 $TEA\"; exit 4", "$TEA"),
                        folder.toString(),
                        Map.of("TEA", "a$b")));

        CommandEnd end = gate.look("1");
        while (end == null) {
            Thread.onSpinWait();
            end = gate.look("1");
        }

        assertThat(end).isEqualTo(new CommandEnd(4, "$TEA a$b\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "user@host", "host/path", "-host"})
    void shouldTakeNothingForAHostThatIsNone(String host) {
        assertThatExceptionOfType(AgentException.class).isThrownBy(() -> gate.destination("line", host));
        assertThatExceptionOfType(AgentException.class).isThrownBy(() -> gate.baseRegistry(host));
    }

    @Test
    void shouldCompareDigestsOnly() {
        assertThatExceptionOfType(AgentException.class)
                .isThrownBy(() -> gate.lacking(List.of("sha256:../../../secrets/master.key")));
    }

    private static final class NoRegistries implements RegistryDesk {
        @Override
        public Destination destination(Name line, String host) {
            return new Destination(host, null);
        }

        @Override
        public RegistryAccess base(String host) {
            throw new UnsupportedOperationException("not here");
        }

        @Override
        public Optional<Digest> find(ImageReference image) {
            return Optional.empty();
        }

        @Override
        public List<String> lacking(List<String> digests) {
            return digests;
        }

        @Override
        public ImageReference store(IncomingLayout incoming, ImageReference image) {
            return image;
        }
    }
}
