package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ControllerCommandsTest {
    private final RecordingGate gate = new RecordingGate();
    private final ControllerCommands commands = new ControllerCommands(new Controller(gate));

    @Test
    void shouldAnswerHowTheCommandEnded() throws InterruptedException {
        gate.end = new CommandEnd(3, "cold");

        CommandResult result = commands.run(command(Duration.ofMinutes(1)));

        assertThat(result).isEqualTo(new CommandResult(3, "cold"));
        assertThat(gate.begun.values())
                .containsExactly(new CommandOrder(List.of("make", "tea"), "/kitchen", Map.of("TZ", "UTC")));
        assertThat(gate.stopped).isEmpty();
    }

    @Test
    void shouldStopWhatTakesTooLongAndShowItsLastWords() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> commands.run(command(Duration.ofMillis(50))))
                .withMessageStartingWith("Running \"make tea\" failed: it took longer than 0 s and was stopped.")
                .withMessageEndingWith("the last words");
        assertThat(gate.stopped).containsAll(gate.begun.keySet());
    }

    @Test
    void shouldStopTheCommandWhenItIsInterrupted() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            try {
                commands.run(command(Duration.ofMinutes(1)));
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        thread.start();
        await().until(() -> !gate.begun.isEmpty());

        thread.interrupt();
        thread.join();

        assertThat(interrupted).isTrue();
        assertThat(gate.stopped).containsExactlyElementsOf(gate.begun.keySet());
    }

    private static Command command(Duration limit) {
        return new Command(List.of("make", "tea"), "/kitchen", Map.of("TZ", "UTC"), limit);
    }
}
