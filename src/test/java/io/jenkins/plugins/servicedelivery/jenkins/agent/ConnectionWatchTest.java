package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.remoting.Channel;
import hudson.remoting.ChannelBuilder;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {
    private static volatile CountDownLatch begun;
    private static volatile CountDownLatch interrupted;
    private static volatile Optional<Process> process;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Channel controller;
    private Channel agent;

    @BeforeEach
    void connect() throws Exception {
        begun = new CountDownLatch(1);
        interrupted = new CountDownLatch(1);
        process = Optional.empty();
        PipedInputStream toAgent = new PipedInputStream(1 << 20);
        PipedInputStream toController = new PipedInputStream(1 << 20);
        PipedOutputStream fromController = new PipedOutputStream(toAgent);
        PipedOutputStream fromAgent = new PipedOutputStream(toController);
        Future<Channel> other = threads.submit(() -> new ChannelBuilder("agent", threads)
                .withMode(Channel.Mode.BINARY)
                .build(toAgent, fromAgent));
        controller = new ChannelBuilder("controller", threads)
                .withMode(Channel.Mode.BINARY)
                .build(toController, fromController);
        agent = other.get();
    }

    @AfterEach
    void disconnect() throws IOException {
        controller.terminate(new IOException("over"));
        agent.terminate(new IOException("over"));
        threads.shutdownNow();
        process.ifPresent(Process::destroyForcibly);
    }

    @Test
    void shouldEndTheProcessesOfWorkThatDoesNotStopWhenTheConnectionIsLost() throws Exception {
        controller.callAsync(new Work(true));
        begun.await();
        assertThat(process.orElseThrow().isAlive()).isTrue();

        agent.terminate(new IOException("lost"));

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !process.orElseThrow().isAlive());
    }

    @Test
    void shouldLeaveEverythingAsItIsOnceTheWorkIsOver() throws Exception {
        Future<Integer> work = controller.callAsync(new Work(false));
        begun.await();
        work.cancel(true);
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();

        agent.terminate(new IOException("lost"));

        await().during(Duration.ofSeconds(1)).until(() -> process.orElseThrow().isAlive());
    }

    private static final class Work extends MasterToSlaveCallable<Integer, IOException> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final boolean stubborn;

        Work(boolean stubborn) {
            this.stubborn = stubborn;
        }

        @Override
        public Integer call() throws IOException {
            Cookie cookie = Cookie.fresh();
            try (ConnectionWatch watch = ConnectionWatch.of(cookie)) {
                ProcessBuilder sleep = new ProcessBuilder("sleep", "1000");
                sleep.environment().putAll(cookie.variables());
                process = Optional.of(sleep.start());
                begun.countDown();
                waitForInterruption();
                if (stubborn) {
                    waitForInterruption();
                }
            }
            return 0;
        }

        private static void waitForInterruption() {
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }
}
