package io.jenkins.plugins.servicedelivery.jenkins.security;

import com.sun.net.httpserver.HttpExchange;
import io.jenkins.plugins.servicedelivery.adapter.registry.FakeRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry that lets in who has a token, and gives tokens to who has the password. */
final class LockedRegistry implements AutoCloseable {
    private final FakeRegistry registry = new FakeRegistry();
    private final String login;
    private final String token;
    private final AtomicInteger logins = new AtomicInteger();

    LockedRegistry(String user, String password, String token) throws IOException {
        this.login =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.token = token;
        registry.on(".*", Integer.MAX_VALUE, this::guard);
    }

    String host() {
        return registry.host();
    }

    /** How often somebody came with the right password. */
    int logins() {
        return logins.get();
    }

    @Override
    public void close() {
        registry.close();
    }

    private boolean guard(HttpExchange exchange) throws IOException {
        String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (exchange.getRequestURI().getPath().equals("/token") && shown.equals(login)) {
            logins.incrementAndGet();
            byte[] answer = ("{\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            return true;
        }
        if (shown.equals("Bearer " + token)) {
            return false;
        }
        exchange.getResponseHeaders()
                .set("WWW-Authenticate", "Bearer realm=\"http://" + host() + "/token\",service=\"locked\"");
        byte[] mirrored = ("you came with " + shown).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(401, mirrored.length);
        exchange.getResponseBody().write(mirrored);
        return true;
    }
}
