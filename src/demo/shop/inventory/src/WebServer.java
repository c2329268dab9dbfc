import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A small JSON server: its health is asked at {@code /health}, and on SIGTERM it finishes what it has begun. */
final class WebServer {
    private static final int THREADS = 16;
    private static final long LONGEST_REQUEST_SECONDS = 10;
    private final HttpServer server;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean stopping;

    WebServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(port), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS, WebServer::daemon));
        route("/health", request -> stopping ? Answer.unavailable("stopping") : Answer.ok(Json.object("status", "up")));
    }

    /** Answers requests below this path. */
    WebServer route(String path, Handler handler) {
        server.createContext(path, exchange -> answer(exchange, handler));
        return this;
    }

    /** Listens from now on; nobody can see a healthy answer before. */
    void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        server.start();
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        running.incrementAndGet();
        try (exchange) {
            Answer answer = answerOf(handler, new Request(exchange.getRequestMethod(), exchange.getRequestURI()));
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } finally {
            running.decrementAndGet();
        }
    }

    private static Answer answerOf(Handler handler, Request request) {
        try {
            return handler.handle(request);
        } catch (IllegalArgumentException e) {
            return Answer.badRequest(e.getMessage());
        } catch (Exception e) {
            System.err.println(request + " failed: " + e);
            return Answer.broken("internal error");
        }
    }

    private void stop() {
        stopping = true;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_REQUEST_SECONDS);
        while (running.get() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        server.stop(0);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "request");
        thread.setDaemon(true);
        return thread;
    }

    /** What a service does with a request. */
    interface Handler {
        Answer handle(Request request) throws Exception;
    }
}
