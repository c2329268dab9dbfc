package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the OCI distribution specification that the product uses, in memory, with faults on demand. A test on a
 * real registry holds it honest: both pass the same contract.
 */
public final class FakeRegistry implements AutoCloseable {
    private static final Pattern PATH =
            Pattern.compile("/v2/(?<repository>.+)/(?<kind>manifests|blobs/uploads|blobs)/(?<name>[^/]*)");
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private volatile String name = "";

    public FakeRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Something that happens instead of the right answer to requests that it is for. */
    record Fault(Predicate<String> request, int times, Happening happening) {}

    @FunctionalInterface
    public interface Happening {
        /** Answers the request wrongly; returns false to let the right answer follow. */
        boolean happens(HttpExchange exchange) throws IOException;
    }

    /**
     * Lets something happen to the next requests that match, for example {@code PUT /v2/.*}.
     *
     * @param times how often; afterwards the right answers are given again
     */
    public FakeRegistry on(String request, int times, Happening happening) {
        faults.add(new Fault(Pattern.compile(request).asMatchPredicate(), times, happening));
        return this;
    }

    FakeRegistry on(String request, int times, int status) {
        return on(request, times, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            return true;
        });
    }

    /** Answers who asks whether this is a registry; before, nobody is told. */
    FakeRegistry greets(String name) {
        this.name = name;
        return this;
    }

    URI uri() {
        return URI.create("http://" + host());
    }

    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked, in order, for example {@code HEAD /v2/shop/orders/manifests/one}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    void forgetRequests() {
        requests.clear();
    }

    /** How many manifests have a name here, tags included. */
    int names() {
        return manifests.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(request);
            Optional<Fault> fault = nextFault(request);
            if (fault.isPresent() && fault.get().happening().happens(exchange)) {
                return;
            }
            if ("GET /v2/".equals(request) && !name.isEmpty()) {
                exchange.getResponseHeaders().set("Docker-Distribution-Api-Version", name);
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                exchange.sendResponseHeaders(404, -1);
            } else if ("manifests".equals(path.group("kind"))) {
                manifest(exchange, path.group("repository"), path.group("name"));
            } else if ("blobs".equals(path.group("kind"))) {
                blob(exchange, path.group("repository") + "@" + path.group("name"));
            } else {
                upload(exchange, path.group("repository"));
            }
        }
    }

    private synchronized Optional<Fault> nextFault(String request) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.times() > 0 && fault.request().test(request)) {
                faults.set(i, new Fault(fault.request(), fault.times() - 1, fault.happening()));
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void manifest(HttpExchange exchange, String repository, String name) throws IOException {
        if ("PUT".equals(exchange.getRequestMethod())) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            Manifest manifest = new Manifest(exchange.getRequestHeaders().getFirst("Content-Type"), bytes);
            manifests.put(repository + "/" + name, manifest);
            manifests.put(repository + "/" + manifest.digest(), manifest);
            exchange.sendResponseHeaders(201, -1);
            return;
        }
        Manifest manifest = manifests.get(repository + "/" + name);
        if (manifest == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", manifest.mediaType());
        exchange.getResponseHeaders()
                .set("Docker-Content-Digest", manifest.digest().value());
        send(exchange, manifest.bytes());
    }

    private void blob(HttpExchange exchange, String name) throws IOException {
        byte[] bytes = blobs.get(name);
        if (bytes == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            send(exchange, bytes);
        }
    }

    private void upload(HttpExchange exchange, String repository) throws IOException {
        if ("POST".equals(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Location", "/v2/" + repository + "/blobs/uploads/1?state=x");
            exchange.sendResponseHeaders(202, -1);
            return;
        }
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        String wanted = exchange.getRequestURI().getQuery().replaceAll(".*digest=", "");
        if (!Digest.of(bytes).value().equals(wanted)) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        blobs.put(repository + "@" + wanted, bytes);
        exchange.sendResponseHeaders(201, -1);
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        boolean head = "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
