package io.jenkins.plugins.servicedelivery.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignalTest {
    @Test
    void shouldKeepWhatPeopleWriteOnItsLine() {
        Signal signal = signal("bob\u202e", "wrong\r\nFinished: SUCCESS\u001b[2K");

        assertThat(signal.words("rollback asked for"))
                .isEqualTo("rollback asked for by bob\\u202e: wrong\\u000d\\u000aFinished: SUCCESS\\u001b[2K");
    }

    @Test
    void shouldCutWhatIsLongOnce() {
        Signal signal = signal("b".repeat(500), "\u001b".repeat(100_000));

        assertThat(signal.by()).hasSize(200).endsWith("b…");
        assertThat(signal.reason()).hasSize(200);
        assertThat(signal(signal.by(), signal.reason())).isEqualTo(signal);
    }

    private static Signal signal(String by, String reason) {
        return new Signal(Signal.Kind.ROLLBACK, by, reason, Instant.EPOCH);
    }
}
