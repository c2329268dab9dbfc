package io.jenkins.plugins.servicedelivery.adapter.http;

import io.jenkins.plugins.servicedelivery.core.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and a password. */
public record Login(String user, Secret password) {
    /** The value of the header {@code Authorization} in the scheme {@code Basic}. */
    public String basic() {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
