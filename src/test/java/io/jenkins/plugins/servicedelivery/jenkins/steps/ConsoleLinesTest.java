package io.jenkins.plugins.servicedelivery.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampPlan;
import io.jenkins.plugins.servicedelivery.core.operation.OperationFixtures.LampState;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleLinesTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> labels = new ArrayList<>();
    private final Turned time = new Turned();
    private final ConsoleLines console =
            new ConsoleLines(new PrintStream(printed, true, StandardCharsets.UTF_8), labels::add, "lamp", time);

    private static final class Turned implements Timekeeper {
        private Duration elapsed = Duration.ofDays(1);

        @Override
        public Instant now() {
            return Instant.EPOCH.plus(elapsed);
        }

        @Override
        public Duration elapsed() {
            return elapsed;
        }

        @Override
        public void pause(Duration length) {
            elapsed = elapsed.plus(length);
        }
    }

    private static Record<LampPlan, LampState> in(LampState state) {
        return new Record<>(
                OperationFixtures.KEY,
                "lamp",
                new LampPlan("kitchen"),
                state,
                Optional.empty(),
                "test",
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                "1");
    }

    private void moved(LampState state, String why) {
        console.onProgress(new Progress.Moved<>(in(state), why));
    }

    private void hindered(String because) {
        console.onProgress(
                new Progress.Hindered<>(in(LampState.ON), new UnavailableException("Asking", because, "Wait.")));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
    }

    @Test
    void shouldShowEveryStepThatIsTaken() {
        moved(LampState.SWITCHING_ON, "asked for");
        moved(LampState.ON, "it shines");

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).endsWith(": it shines");
        assertThat(labels).hasSize(2).allMatch(label -> label.startsWith("lamp: "));
    }

    @Test
    void shouldNotTellMoreOftenThanPeopleReadHowItGoesWhereItIs() {
        moved(LampState.ON, "it shines");
        for (int second = 1; second <= 60; second++) {
            time.pause(Duration.ofSeconds(1));
            moved(LampState.ON, "look " + second);
        }

        assertThat(lines()).hasSize(7);
        assertThat(lines().get(6)).endsWith("look 60");
        assertThat(labels).hasSize(1);
    }

    @Test
    void shouldTellAHindranceThatLastsOnce() {
        moved(LampState.ON, "it shines");
        for (int look = 1; look <= 10; look++) {
            time.pause(Duration.ofSeconds(10));
            hindered("no answer");
        }

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).contains("hindered: Asking failed: no answer. Wait.");
    }

    @Test
    void shouldTellTwoHindrancesThatTakeTurnsNoFasterThanPeopleRead() {
        for (int second = 1; second <= 40; second++) {
            time.pause(Duration.ofSeconds(1));
            hindered(second % 2 == 0 ? "no answer" : "an empty answer");
        }

        assertThat(lines()).hasSizeBetween(2, 4);
    }
}
