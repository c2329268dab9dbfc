package io.jenkins.plugins.servicedelivery.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link CommandRunner} keeps. The commands are those of any POSIX system. */
@Timeout(60)
public abstract class CommandRunnerContract {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    /** The runner under test. */
    protected abstract CommandRunner runner();

    @Test
    void shouldReturnOutputAndErrorsInTheOrderTheyCame() throws Exception {
        CommandResult result = shell("echo one; echo two >&2; echo three", LONG);

        assertThat(result.succeeded()).isTrue();
        assertThat(result.output()).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void shouldReturnTheExitCodeOfACommandThatFails() throws Exception {
        CommandResult result = shell("exit 7", LONG);

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void shouldPassEveryWordAsItIs() throws Exception {
        CommandResult result = run(LONG, "printf", "[%s]", "a b", "$HOME", "; exit 1", "`id`", "*", "");

        assertThat(result.output()).isEqualTo("[a b][$HOME][; exit 1][`id`][*][]");
    }

    @Test
    void shouldRunInTheFolderWithTheVariables() throws Exception {
        Command command = new Command(
                List.of("sh", "-c", "pwd -P; echo $GREETING"), folder.toString(), Map.of("GREETING", "hello"), LONG);

        CommandResult result = runner().run(command);

        assertThat(result.output()).isEqualTo(folder.toRealPath() + "\nhello\n");
    }

    @Test
    void shouldGiveTheCommandAnEmptyInput() throws Exception {
        assertThat(run(LONG, "cat").output()).isEmpty();
    }

    @Test
    void shouldKeepTheLast64KilobytesOfOutput() throws Exception {
        CommandResult result = shell("yes 0123456789 | head -n 20000; echo end", LONG);

        assertThat(result.output()).hasSize(64 * 1024).endsWith("0123456789\nend\n");
    }

    @Test
    void shouldFailWhenTheProgramIsMissing() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> run(LONG, "no-such-program-anywhere"))
                .withMessageContaining("no-such-program-anywhere")
                .withMessageContaining("cannot be started");
    }

    @Test
    void shouldFailWhenTheFolderIsMissing() {
        Command command = new Command(List.of("true"), folder + "/missing", Map.of(), LONG);

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> runner().run(command))
                .withMessageContaining("/missing");
    }

    @Test
    void shouldEndTheCommandAndItsChildrenWhenTheLimitIsExceeded() throws Exception {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> shell(CHILD_THAT_STAYS, Duration.ofSeconds(1)))
                .withMessageContaining("longer than 1 s");

        assertThatChildHasEnded();
    }

    @Test
    void shouldEndTheCommandAndItsChildrenWhenInterrupted() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                shell(CHILD_THAT_STAYS, LONG);
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        caller.start();
        await().until(() -> Files.exists(childFile()) && Files.size(childFile()) > 0);

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThatChildHasEnded();
    }

    private static final String CHILD_THAT_STAYS = "sleep 300 & echo $! > child.part; mv child.part child; wait";

    private void assertThatChildHasEnded() throws IOException {
        long child = Long.parseLong(Files.readString(childFile()).trim());
        await().until(() -> ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false), alive -> !alive);
    }

    private Path childFile() {
        return folder.resolve("child");
    }

    private CommandResult shell(String script, Duration limit) throws InterruptedException {
        return run(limit, "sh", "-c", script);
    }

    private CommandResult run(Duration limit, String... words) throws InterruptedException {
        return runner().run(new Command(List.of(words), folder.toString(), Map.of(), limit));
    }
}
