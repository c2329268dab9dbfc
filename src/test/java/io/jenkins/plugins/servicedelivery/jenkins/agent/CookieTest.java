package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CookieTest {
    private final Cookie cookie = Cookie.fresh();

    @AfterEach
    void letGo() {
        Thread.interrupted();
    }

    @Test
    void shouldEndProcessesThatHaveLeftTheirParent() throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "setsid sleep 1000 > /dev/null 2>&1 & echo $!");
        shell.environment().putAll(cookie.variables());
        long escaped;
        try (BufferedReader output = shell.start().inputReader()) {
            escaped = Long.parseLong(output.readLine());
        }

        cookie.endProcesses();

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ProcessHandle.of(escaped).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void shouldKeepAnInterruption() throws Exception {
        ProcessBuilder sleep = new ProcessBuilder("sleep", "1000");
        sleep.environment().putAll(cookie.variables());
        Process process = sleep.start();
        Thread.currentThread().interrupt();

        cookie.endProcesses();

        assertThat(Thread.interrupted()).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    }

    @Test
    void shouldBeNoOtherText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cookie(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cookie("x\nPATH=/tmp"));
    }
}
