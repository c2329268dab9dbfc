package io.jenkins.plugins.servicedelivery.jenkins.agent;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The end of what is written into it, at most the last 64 kB. */
final class TailOutput extends OutputStream {
    static final int MOST_BYTES = 64 * 1024;
    private final byte[] ring = new byte[MOST_BYTES];
    private long written;

    @Override
    public synchronized void write(int b) {
        ring[(int) (written++ % MOST_BYTES)] = (byte) b;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int skipped = Math.max(0, length - MOST_BYTES);
        written += skipped;
        for (int i = skipped; i < length; i++) {
            write(bytes[offset + i]);
        }
    }

    synchronized String text() {
        int length = (int) Math.min(written, MOST_BYTES);
        byte[] kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((written - length + i) % MOST_BYTES)];
        }
        return new String(kept, StandardCharsets.UTF_8);
    }
}
