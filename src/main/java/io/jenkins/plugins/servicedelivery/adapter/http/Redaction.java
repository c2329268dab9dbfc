package io.jenkins.plugins.servicedelivery.adapter.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes a credential out of a text that a server has sent: some echo what they were given. */
final class Redaction {
    private static final String MASK = "******";
    private final List<String> secrets = new ArrayList<>();

    Redaction(Optional<String> authorization) {
        authorization.ifPresent(this::hide);
    }

    String of(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, MASK);
        }
        return shown;
    }

    private void hide(String authorization) {
        String value = authorization.substring(authorization.indexOf(' ') + 1);
        secrets.add(value);
        if (authorization.startsWith("Basic ")) {
            String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            secrets.add(pair.substring(pair.indexOf(':') + 1));
        }
        secrets.removeIf(String::isEmpty);
        secrets.sort(Comparator.comparingInt(String::length).reversed());
    }
}
