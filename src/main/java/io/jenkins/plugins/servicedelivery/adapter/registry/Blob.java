package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content with a known digest and size, which can be read several times. */
record Blob(Digest digest, long size, Content content) {
    static Blob of(byte[] bytes) {
        return new Blob(Digest.of(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** Opens the content at its beginning. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
