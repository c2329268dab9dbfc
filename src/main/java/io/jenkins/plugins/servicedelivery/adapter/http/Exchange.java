package io.jenkins.plugins.servicedelivery.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request and its answer on the JDK's client, with a limit for both. Knows nothing of tries and credentials. */
final class Exchange {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private final HttpClient client;

    Exchange(HttpConnection connection) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(new OneProxy(connection.proxy()));
        connection.authorities().map(TrustedAuthorities::with).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * Sends the call once.
     *
     * @param passedOn set with the first byte that goes into the call's sink
     * @throws HttpTimeoutException when the limit is exceeded
     */
    HttpAnswer send(HttpCall call, Optional<String> authorization, Duration limit, AtomicBoolean passedOn)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.address())
                .method(call.method(), call.body().map(Exchange::publisher).orElse(BodyPublishers.noBody()));
        call.headers().forEach(request::header);
        authorization.ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<HttpResponse<byte[]>> running = client.sendAsync(request.build(), receiver(call, passedOn));
        try {
            HttpResponse<byte[]> response = running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new HttpAnswer(call.address(), response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer came in time");
        } catch (ExecutionException e) {
            throw asIoException(e.getCause());
        } finally {
            running.cancel(true);
        }
    }

    private static BodyHandler<byte[]> receiver(HttpCall call, AtomicBoolean passedOn) {
        return response -> new BodyReceiver(
                response.statusCode() / 100 == 2 ? call.sink() : Optional.empty(), MOST_BYTES, passedOn);
    }

    private static BodyPublisher publisher(HttpCall.Body body) {
        if (body.length() == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(body)), body.length());
    }

    private static InputStream open(HttpCall.Body body) {
        try {
            return body.content().open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IOException asIoException(Throwable cause) {
        if (cause instanceof UncheckedIOException unchecked) {
            return unchecked.getCause();
        }
        return cause instanceof IOException disturbed ? disturbed : new IOException(cause.toString(), cause);
    }

    /** One proxy for all but the loopback addresses, or none at all, whatever the machine's own settings are. */
    private static final class OneProxy extends ProxySelector {
        private final Proxy proxy;

        OneProxy(Optional<InetSocketAddress> address) {
            this.proxy = address.map(a -> new Proxy(Proxy.Type.HTTP, a)).orElse(Proxy.NO_PROXY);
        }

        @Override
        public List<Proxy> select(URI target) {
            return List.of(HttpConnection.isLoopback(target.getHost()) ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public void connectFailed(URI target, SocketAddress address, IOException failure) {
            // The failure reaches the caller as the exception of the exchange.
        }
    }
}
