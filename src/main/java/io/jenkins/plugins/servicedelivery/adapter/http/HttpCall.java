package io.jenkins.plugins.servicedelivery.adapter.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One thing asked of a server.
 *
 * @param tried what it is for, the beginning of every message about it, for example {@code Pushing shop/orders}
 * @param repeatable whether asking twice does the same as asking once, so that it may be asked again when no answer came
 * @param sink where the body of a successful answer goes; memory, with a limit, where there is none
 */
public record HttpCall(
        String tried,
        String method,
        URI address,
        Map<String, String> headers,
        Optional<Body> body,
        boolean repeatable,
        Optional<OutputStream> sink) {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A call without body; repeatable where HTTP says that its method is idempotent. */
    public static HttpCall of(String tried, String method, URI address) {
        return new HttpCall(
                tried, method, address, Map.of(), Optional.empty(), IDEMPOTENT.contains(method), Optional.empty());
    }

    /** The same call with one more header. */
    public HttpCall with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new HttpCall(tried, method, address, more, body, repeatable, sink);
    }

    /** The same call with this body. */
    public HttpCall sending(Body content) {
        return new HttpCall(tried, method, address, headers, Optional.of(content), repeatable, sink);
    }

    /** The same call whose answer is passed on as it comes; it is not asked again once some of it was passed on. */
    public HttpCall into(OutputStream target) {
        return new HttpCall(tried, method, address, headers, body, repeatable, Optional.of(target));
    }

    /** The same call, said to be repeatable or not, whatever its method. */
    public HttpCall repeatable(boolean allowed) {
        return new HttpCall(tried, method, address, headers, body, allowed, sink);
    }

    HttpCall at(URI other) {
        return new HttpCall(tried, method, other, headers, body, repeatable, sink);
    }

    /** A request's body, which can be read again for another try. */
    public record Body(long length, Content content) {
        /** A body in memory. */
        public static Body of(byte[] bytes) {
            return new Body(bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }

    /** Opens the body at its beginning. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
