package io.jenkins.plugins.servicedelivery.adapter.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The end of what a process writes: at most the last 64 kB, read by a thread of its own. */
final class OutputTail {
    static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final long DRAIN_SECONDS = 2;
    private final byte[] ring = new byte[MOST_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final InputStream output;
    private final Consumer<String> lines;
    private final Thread reader;
    private long written;

    OutputTail(InputStream output, Consumer<String> lines) {
        this.output = output;
        this.lines = lines;
        this.reader = new Thread(this::read, "command output");
        reader.setDaemon(true);
    }

    void start() {
        reader.start();
    }

    /** Waits until all is read; a child that escaped and keeps the pipe open is not waited for. */
    void await() throws InterruptedException {
        reader.join(TimeUnit.SECONDS.toMillis(DRAIN_SECONDS));
    }

    /** What is kept so far. */
    synchronized String text() {
        int length = (int) Math.min(written, MOST_BYTES);
        byte[] kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((written - length + i) % MOST_BYTES)];
        }
        return new String(kept, StandardCharsets.UTF_8);
    }

    private void read() {
        byte[] buffer = new byte[8 * 1024];
        try (InputStream in = output) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                keep(buffer, count);
                pass(buffer, count);
            }
        } catch (IOException endOfOutput) {
            // The stream is closed under the reader when the process is ended; what came until then is kept.
            return;
        } finally {
            endLine();
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % MOST_BYTES)] = buffer[i];
        }
    }

    private void pass(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n' || line.size() >= LONGEST_LINE) {
                lines.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
                line.reset();
            }
            if (buffer[i] != '\n') {
                line.write(buffer[i]);
            }
        }
    }

    private void endLine() {
        if (line.size() > 0) {
            lines.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
        }
    }
}
