package io.jenkins.plugins.servicedelivery.adapter.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server on the loopback address that gives the answers it was told, in their order, and tells what was asked. */
public final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Behaviour> behaviours = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public FakeServer() throws IOException {
        this(HttpServer.create(loopback(), 0), "http");
    }

    /** A server with a certificate. */
    FakeServer(SSLContext context) throws IOException {
        this(withCertificate(context), "https");
    }

    private FakeServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What the server does with one request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** One request as it came. */
    public record Asked(String method, String path, Headers headers, String body) {
        /** The first header of this name, or null. */
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** The next request is answered like this. */
    public FakeServer then(int status, String body, Map<String, String> headers) {
        return then(exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    public FakeServer then(int status) {
        return then(status, "", Map.of());
    }

    public FakeServer then(int status, String body) {
        return then(status, body, Map.of());
    }

    /** The next request is answered by this code. */
    public synchronized FakeServer then(Behaviour behaviour) {
        behaviours.add(behaviour);
        return this;
    }

    /** The connection of the next request is closed without an answer. */
    public FakeServer thenHangUp() {
        return then(HttpExchange::close);
    }

    public URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            next().answer(exchange);
        }
    }

    private synchronized Behaviour next() {
        return behaviours.isEmpty() ? exchange -> exchange.sendResponseHeaders(501, -1) : behaviours.remove();
    }

    private static HttpServer withCertificate(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
