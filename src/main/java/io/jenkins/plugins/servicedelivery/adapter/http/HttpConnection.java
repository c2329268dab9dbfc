package io.jenkins.plugins.servicedelivery.adapter.http;

import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How one server is reached.
 *
 * @param origin scheme, host and port of the server
 * @param proxy where requests to other than loopback addresses go first
 * @param authorities certificates that are trusted beside those that Java trusts
 * @param plainHttp whether {@code http://} is allowed for other than loopback addresses
 * @param deadline for a whole call, with all its tries and waits
 */
public record HttpConnection(
        URI origin,
        Optional<InetSocketAddress> proxy,
        Optional<PemCertificates> authorities,
        boolean plainHttp,
        Duration deadline) {
    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(5);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public HttpConnection {
        if (origin.getHost() == null || origin.getUserInfo() != null) {
            throw new IllegalArgumentException("an origin is scheme://host[:port], without user and password");
        }
    }

    /** A connection without proxy, trusting what Java trusts, encrypted except on the loopback address. */
    public static HttpConnection to(URI origin) {
        return new HttpConnection(origin, Optional.empty(), Optional.empty(), false, USUAL_DEADLINE);
    }

    /** The same connection through this proxy. */
    public HttpConnection through(InetSocketAddress address) {
        return new HttpConnection(origin, Optional.of(address), authorities, plainHttp, deadline);
    }

    /** The same connection that trusts the certificates of this PEM file too. */
    public HttpConnection trusting(Path pemFile) {
        return trusting(new PemCertificates.InFile(pemFile));
    }

    /** The same connection that trusts these certificates too. */
    public HttpConnection trusting(PemCertificates more) {
        return new HttpConnection(origin, proxy, Optional.of(more), plainHttp, deadline);
    }

    /** The same connection with plain HTTP allowed: everybody on the way can read and change what is sent. */
    public HttpConnection allowingPlainHttp() {
        return new HttpConnection(origin, proxy, authorities, true, deadline);
    }

    /** The same connection with another deadline. */
    public HttpConnection within(Duration limit) {
        return new HttpConnection(origin, proxy, authorities, plainHttp, limit);
    }

    /** Whether an address belongs to the server that the credential is for. */
    boolean owns(URI address) {
        return origin.getScheme().equalsIgnoreCase(address.getScheme())
                && origin.getHost().equalsIgnoreCase(address.getHost())
                && portOf(origin) == portOf(address);
    }

    /** Refuses addresses that are no HTTP or would send in the clear what must not be. */
    void refuseUnsafe(String tried, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null
                || address.getUserInfo() != null
                || !Set.of("http", "https").contains(scheme)) {
            throw new RefusedException(
                    tried, "an address must be http(s)://host/…, without user and password", "Correct the address.");
        }
        if ("http".equals(scheme) && !plainHttp && !isLoopback(address.getHost())) {
            throw new RefusedException(
                    tried,
                    "plain HTTP to " + address.getHost() + " is not allowed",
                    "Use https://, or allow plain HTTP for this connection.");
        }
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    private static int portOf(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
