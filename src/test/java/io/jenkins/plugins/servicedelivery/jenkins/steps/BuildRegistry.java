package io.jenkins.plugins.servicedelivery.jenkins.steps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry on this machine that takes and gives images, for one user with a password. */
final class BuildRegistry implements AutoCloseable {
    static final String USER = "ci";
    static final String PASSWORD = "canary-93a1f0";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final HttpServer server;
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    BuildRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked since the last time. */
    List<String> requests() {
        List<String> asked = List.copyOf(requests);
        requests.clear();
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String login =
                    Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                requests.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath());
                answer(exchange, exchange.getRequestURI().getPath(), body);
            } else {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"images\"");
                exchange.sendResponseHeaders(401, -1);
            }
        }
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                exchange.getResponseHeaders().set("Location", path + "one");
                exchange.sendResponseHeaders(202, -1);
            }
            case "PUT" -> {
                put(path, body, exchange.getRequestHeaders().getFirst("Content-Type"));
                exchange.sendResponseHeaders(201, -1);
            }
            default -> give(exchange, path);
        }
    }

    private void put(String path, byte[] body, String type) {
        Map<String, byte[]> named = new TreeMap<>();
        if (path.contains("/blobs/uploads/")) {
            named.put(path.replaceAll("/blobs/uploads/.*", "/blobs/" + Digest.of(body)), body);
        } else {
            named.put(path, body);
            named.put(path.replaceAll("/manifests/[^/]*$", "/manifests/" + Digest.of(body)), body);
        }
        contents.putAll(named);
        named.keySet().forEach(name -> types.put(name, type == null ? MANIFEST : type));
    }

    private void give(HttpExchange exchange, String path) throws IOException {
        byte[] content = contents.get(path);
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", types.get(path));
        exchange.getResponseHeaders()
                .set("Docker-Content-Digest", Digest.of(content).value());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
