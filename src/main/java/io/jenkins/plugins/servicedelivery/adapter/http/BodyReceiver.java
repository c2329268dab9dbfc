package io.jenkins.plugins.servicedelivery.adapter.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/** Receives the body of an answer: into a sink, or into memory up to a limit. */
final class BodyReceiver implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final Optional<OutputStream> sink;
    private final int mostBytes;
    private final AtomicBoolean passedOn;
    private Subscription subscription;

    /** @param passedOn set with the first byte that goes into the sink */
    BodyReceiver(Optional<OutputStream> sink, int mostBytes, AtomicBoolean passedOn) {
        this.sink = sink;
        this.mostBytes = mostBytes;
        this.passedOn = passedOn;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription source) {
        subscription = source;
        source.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                receive(bytes);
            }
            subscription.request(1);
        } catch (IOException e) {
            subscription.cancel();
            result.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(memory.toByteArray());
    }

    private void receive(byte[] bytes) throws IOException {
        if (sink.isPresent()) {
            passedOn.set(true);
            try {
                sink.get().write(bytes);
            } catch (IOException e) {
                throw new SinkException(e);
            }
            return;
        }
        if (memory.size() + bytes.length > mostBytes) {
            throw new TooLargeException(mostBytes);
        }
        memory.write(bytes);
    }

    /** The side that takes the body has failed, for example a full disk. */
    static final class SinkException extends IOException {
        private static final long serialVersionUID = 1L;

        SinkException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The body has more bytes than it may. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int mostBytes) {
            super("the answer has more than " + mostBytes + " bytes");
        }
    }
}
