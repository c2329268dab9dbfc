package io.jenkins.plugins.servicedelivery.adapter.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a server answered. The body is empty where it went into the call's sink. */
public final class HttpAnswer {
    private static final int LONGEST_EXCERPT = 300;
    private final URI address;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    HttpAnswer(URI address, int status, HttpHeaders headers, byte[] body) {
        this.address = address;
        this.status = status;
        this.headers = headers;
        this.body = body.clone();
    }

    /** Where the answer came from, after redirects. */
    public URI address() {
        return address;
    }

    public int status() {
        return status;
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public byte[] body() {
        return body.clone();
    }

    /** The beginning of the body on one line, for messages. */
    String excerpt() {
        String text = new String(body, StandardCharsets.UTF_8)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
