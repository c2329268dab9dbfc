package io.jenkins.plugins.servicedelivery.adapter.http;

import java.util.Optional;

/** What opens a server. Sent to the connection's own origin only. Safe for several threads. */
public interface Credentials {
    /** No credential. */
    Credentials NONE = new Credentials() {
        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }

        @Override
        public boolean renew(HttpAnswer refused) {
            return false;
        }
    };

    /** The value of the header {@code Authorization}; never to be shown. */
    Optional<String> authorization();

    /**
     * The server has refused what {@link #authorization()} returned: get something else, for example by reading the
     * credential again or by fetching a token.
     *
     * @param refused the answer with status 401
     * @return whether another try makes sense
     */
    boolean renew(HttpAnswer refused) throws InterruptedException;
}
