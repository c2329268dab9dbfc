package io.jenkins.plugins.servicedelivery.adapter.http;

import java.util.Optional;
import java.util.function.Supplier;

/** A login in the scheme {@code Basic}, read again once a server refuses it. */
public final class BasicCredentials implements Credentials {
    private final Supplier<Login> source;
    private Login login;

    /** @param source reads the login as it is now */
    public BasicCredentials(Supplier<Login> source) {
        this.source = source;
        this.login = source.get();
    }

    @Override
    public synchronized Optional<String> authorization() {
        return Optional.of(login.basic());
    }

    @Override
    public synchronized boolean renew(HttpAnswer refused) {
        Login before = login;
        login = source.get();
        return !login.equals(before);
    }
}
