package io.jenkins.plugins.servicedelivery.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.servicedelivery.adapter.http.Credentials;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpAnswer;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpCall;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpCaller;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpConnection;
import io.jenkins.plugins.servicedelivery.adapter.http.Login;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The credential of one repository of a registry, or of the registry itself: a login in the scheme {@code Basic}, or a token that is fetched with
 * the login where the registry's challenge names a token server (Docker registry token authentication). A login that is
 * refused is read again once.
 */
final class RegistryCredentials implements Credentials {
    private static final int OK = 200;

    /** What a header can carry: anything else would be shown by the failure to send it. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private final HttpConnection connection;
    private final Timekeeper time;
    private final Optional<String> scope;
    private final Supplier<Optional<Login>> source;
    private Optional<Login> login;
    private Optional<String> token = Optional.empty();

    /** @param scope what tokens shall be for, for example {@code repository:shop/orders:pull}; empty for nothing but a login */
    RegistryCredentials(
            HttpConnection connection, Timekeeper time, Optional<String> scope, Supplier<Optional<Login>> source) {
        this.connection = connection;
        this.time = time;
        this.scope = scope;
        this.source = source;
        this.login = source.get();
    }

    @Override
    public synchronized Optional<String> authorization() {
        return token.map(text -> "Bearer " + text).or(() -> login.map(Login::basic));
    }

    @Override
    public synchronized boolean renew(HttpAnswer refused) throws InterruptedException {
        Optional<Challenge> challenge = refused.header("WWW-Authenticate").flatMap(Challenge::parse);
        if (challenge.isPresent()) {
            token = Optional.of(fetch(tokenAddress(refused, challenge.get())));
            return true;
        }
        Optional<Login> before = login;
        login = source.get();
        return !login.equals(before);
    }

    private URI tokenAddress(HttpAnswer refused, Challenge challenge) {
        try {
            URI address = refused.address().resolve(challenge.tokenAddress(scope));
            HttpConnection.to(address.resolve("/"));
            return address;
        } catch (IllegalArgumentException e) {
            throw new FailedException(
                    "Fetching a token for " + purpose(),
                    "the registry names \"" + challenge.realm() + "\" as its token server",
                    "Check that the address is that of a registry.",
                    e);
        }
    }

    /** Asks the token server, which may be another host: the registry's owner has named it for exactly this. */
    private String fetch(URI address) throws InterruptedException {
        HttpConnection toServer = new HttpConnection(
                address.resolve("/"),
                connection.proxy(),
                connection.authorities(),
                connection.plainHttp(),
                connection.deadline());
        HttpCall call = HttpCall.of("Fetching a token for " + purpose(), "GET", address);
        HttpAnswer answer = new HttpCaller(toServer, new LoginAtTokenServer(), time).call(call, Set.of(OK));
        JsonNode tree = OciJson.parse("the token for " + purpose(), answer.body());
        String text = tree.path("token").asText(tree.path("access_token").asText());
        if (!TOKEN.matcher(text).matches()) {
            throw new FailedException(
                    call.tried(), "what came holds no token", "Check that the address is that of a registry.");
        }
        return text;
    }

    private String purpose() {
        return scope.orElseGet(() -> connection.origin().getHost());
    }

    private final class LoginAtTokenServer implements Credentials {
        @Override
        public Optional<String> authorization() {
            return login.map(Login::basic);
        }

        @Override
        public boolean renew(HttpAnswer refused) {
            Optional<Login> before = login;
            login = source.get();
            return !login.equals(before);
        }
    }
}
