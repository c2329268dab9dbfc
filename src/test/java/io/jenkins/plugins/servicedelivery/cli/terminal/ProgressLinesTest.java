package io.jenkins.plugins.servicedelivery.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.cli.CapturedTerminal;
import io.jenkins.plugins.servicedelivery.core.operation.Plan;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:30Z");

    private final CapturedTerminal captured = new CapturedTerminal();

    @Test
    void shouldPrintALineForEveryStepElsewhere() {
        ProgressLines lines = lines();

        lines.onProgress(moved("candidate at 5 %", "look 1"));
        lines.onProgress(moved("candidate at 5 %", "look 2"));

        assertThat(captured.err())
                .isEqualToNormalizingNewlines(
                        "08:00:30  candidate at 5 %: look 1\n08:00:30  candidate at 5 %: look 2\n");
    }

    @Test
    void shouldPrintWhatIsWaitedForOnceForEachStateElsewhere() {
        ProgressLines lines = lines();

        lines.onProgress(waiting("starting", "0 of 3 ready"));
        lines.onProgress(waiting("starting", "1 of 3 ready"));
        lines.onProgress(waiting("shifting", "not in effect"));

        assertThat(captured.err())
                .isEqualToNormalizingNewlines(
                        "08:00:30  starting, waiting: 0 of 3 ready\n08:00:30  shifting, waiting: not in effect\n");
    }

    @Test
    void shouldWriteInPlaceOnATerminal() {
        captured.watched();
        ProgressLines lines = lines();

        lines.onProgress(waiting("starting", "0 of 3 ready"));
        lines.onProgress(waiting("starting", "1 of 3 ready"));
        lines.onProgress(moved("shifting", "all are ready"));

        assertThat(captured.err())
                .isEqualToNormalizingNewlines("\r\u001b[K08:00:30  starting: 0 of 3 ready"
                        + "\r\u001b[K08:00:30  starting: 1 of 3 ready"
                        + "\r\u001b[K08:00:30  shifting: all are ready\n");
    }

    @Test
    void shouldKeepOnlyTheFirstOfLikeStepsOnATerminal() {
        captured.watched();
        ProgressLines lines = lines();

        lines.onProgress(moved("candidate at 5 %", "look 1"));
        lines.onProgress(moved("candidate at 5 %", "look 2"));

        assertThat(captured.err()).endsWith("\r\u001b[K08:00:30  candidate at 5 %: look 2");
    }

    @Test
    void shouldSayWhatHinders() {
        ProgressLines lines = lines();

        lines.onProgress(new Progress.Hindered<>(
                record("starting"), new UnavailableException("Looking", "no answer", "Try again.")));

        assertThat(captured.err()).contains("starting, hindered: Looking failed: no answer. Try again.");
    }

    private ProgressLines lines() {
        Console console = new Console(captured.terminal(), new Console.Settings(false, false, false));
        return new ProgressLines(console, new StandingTime());
    }

    private static Progress<?, ?> moved(String phrase, String why) {
        return new Progress.Moved<>(record(phrase), why);
    }

    private static Progress<?, ?> waiting(String phrase, String why) {
        return new Progress.Waiting<>(record(phrase), Duration.ofSeconds(1), why);
    }

    private static Record<Plan, State> record(String phrase) {
        return new Record<>(
                new RecordKey("release-orders"),
                "release",
                List::of,
                new Phrase(phrase),
                Optional.empty(),
                "alice",
                NOW,
                NOW,
                Duration.ZERO,
                "1");
    }

    private record Phrase(String phrase) implements State {
        @Override
        public boolean isTerminal() {
            return false;
        }

        @Override
        public boolean isSettled() {
            return false;
        }
    }

    private static final class StandingTime implements Timekeeper {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public void pause(Duration length) {}
    }
}
