package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLockTest {
    private final RecordingGate gate = new RecordingGate();
    private final Controller controller = new Controller(gate);

    @TempDir
    private Path folder;

    @Test
    void shouldWaitForWhoeverBuildsHere() throws Exception {
        WorkspaceLock first = WorkspaceLock.take(folder, Cookie.fresh(), controller);
        CompletableFuture<WorkspaceLock> second = CompletableFuture.supplyAsync(() -> {
            try {
                return WorkspaceLock.take(folder, Cookie.fresh(), controller);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> gate.lines.size() == 1);
        assertThat(second).isNotDone();

        first.close();

        second.get(30, TimeUnit.SECONDS).close();
        assertThat(gate.lines).containsExactly("another build of this workspace has not ended yet; waiting for it");
    }

    /** Whoever was killed could not end what it had started. */
    @Test
    void shouldEndTheProcessesOfAHolderThatIsGone() throws Exception {
        Cookie gone = Cookie.fresh();
        Process orphan = process(gone);
        Process stranger = process(Cookie.fresh());
        Files.writeString(folder.resolve(".holder"), gone.value());

        WorkspaceLock.take(folder, Cookie.fresh(), controller).close();

        await().atMost(Duration.ofSeconds(20)).until(() -> !orphan.isAlive());
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void shouldHaveNoHolderAfterwards() throws Exception {
        Cookie cookie = Cookie.fresh();
        try (WorkspaceLock held = WorkspaceLock.take(folder, cookie, controller)) {
            assertThat(folder.resolve(".holder")).hasContent(cookie.value());
        }

        assertThat(folder.resolve(".holder")).doesNotExist();
    }

    private static Process process(Cookie cookie) throws IOException {
        ProcessBuilder sleep = new ProcessBuilder("sleep", "1000");
        sleep.environment().putAll(cookie.variables());
        return sleep.start();
    }
}
