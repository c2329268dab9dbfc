package io.jenkins.plugins.servicedelivery.adapter.registry;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on, up to as many as were announced: who sends more could fill a memory or a disk. */
final class LimitedOutput extends FilterOutputStream {
    private final long most;
    private long passed;

    LimitedOutput(OutputStream target, long most) {
        super(target);
        this.most = most;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        passed += length;
        if (passed > most) {
            throw new IOException("what came has more than " + most + " bytes");
        }
        out.write(bytes, offset, length);
    }
}
