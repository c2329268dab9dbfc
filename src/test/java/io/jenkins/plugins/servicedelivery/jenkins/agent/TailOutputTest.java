package io.jenkins.plugins.servicedelivery.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TailOutputTest {
    private final TailOutput tail = new TailOutput();

    @Test
    void shouldKeepWhatIsShort() throws IOException {
        tail.write("grüner Tee".getBytes(StandardCharsets.UTF_8));
        tail.write('!');

        assertThat(tail.text()).isEqualTo("grüner Tee!");
    }

    @Test
    void shouldKeepTheEndOfWhatIsLong() throws IOException {
        tail.write("begin".getBytes(StandardCharsets.US_ASCII));
        tail.write("x".repeat(TailOutput.MOST_BYTES - 3).getBytes(StandardCharsets.US_ASCII));
        tail.write("end".getBytes(StandardCharsets.US_ASCII));

        assertThat(tail.text()).hasSize(TailOutput.MOST_BYTES).startsWith("xx").endsWith("xend");
    }

    @Test
    void shouldKeepTheEndOfOneLongPiece() throws IOException {
        tail.write(("x".repeat(3 * TailOutput.MOST_BYTES) + "end").getBytes(StandardCharsets.US_ASCII));

        assertThat(tail.text()).hasSize(TailOutput.MOST_BYTES).startsWith("xx").endsWith("xend");
    }
}
