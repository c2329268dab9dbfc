package io.jenkins.plugins.servicedelivery.adapter.registry;

import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hands one base image to Jib for one build, as the smallest registry there can be: on the loopback address, on a port
 * and under a path that nobody else knows, read only, closed with the build. So Jib never speaks to a user's registry,
 * and proxy, certificates, credentials and limits are ours.
 */
final class BaseServer implements AutoCloseable {
    /** How a TLS handshake begins. Jib tries it first; it is turned away at once, because it would wait for long. */
    private static final int TLS_HANDSHAKE = 0x16;

    private static final int SECRET_BYTES = 16;
    private static final int PATIENCE_MILLIS = 30_000;
    private final Base base;
    private final ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Digest, Long> sizes = new ConcurrentHashMap<>();
    private final AtomicReference<DeliveryException> failure = new AtomicReference<>();
    private final String secret;
    private final Pattern requests;

    BaseServer(Base base) throws IOException {
        this.base = base;
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
        this.requests =
                Pattern.compile("(GET|HEAD) /v2/" + secret + "/(manifests|blobs)/(sha256:[0-9a-f]{64}) HTTP/1\\.[01]");
        threads.execute(this::listen);
    }

    /** The name under which the base can be pulled while this server is open. */
    String reference() {
        return "127.0.0.1:" + socket.getLocalPort() + "/" + secret + "@" + base.digest();
    }

    /** Why the base could not be handed over, where it could not. */
    Optional<DeliveryException> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = connection.getInputStream();
            int first = in.read();
            if (first != TLS_HANDSHAKE && first >= 0) {
                answer((char) first + head(in), connection.getOutputStream());
            }
        } catch (DeliveryException e) {
            failure.compareAndSet(null, e);
        } catch (SocketException hungUp) {
            return;
        } catch (IOException e) {
            failure.compareAndSet(null, FileFailure.of("Handing over the base image " + base.digest(), e));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The request line; the headers after it are read and say nothing that matters here. */
    private static String head(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        String request = lines.readLine();
        for (String header = lines.readLine(); header != null && !header.isEmpty(); ) {
            header = lines.readLine();
        }
        return String.valueOf(request);
    }

    private void answer(String request, OutputStream out) throws IOException, InterruptedException {
        Matcher matcher = requests.matcher(request);
        boolean known = matcher.matches();
        if (known && "manifests".equals(matcher.group(2))) {
            manifest(Digest.parse(matcher.group(3)), "HEAD".equals(matcher.group(1)), out);
        } else if (known && sizes.containsKey(Digest.parse(matcher.group(3)))) {
            blob(Digest.parse(matcher.group(3)), out);
        } else {
            head(out, "404 Not Found", "text/plain", 0);
        }
    }

    private void manifest(Digest digest, boolean headOnly, OutputStream out) throws IOException, InterruptedException {
        Optional<Manifest> manifest = base.manifest(digest);
        if (manifest.isEmpty()) {
            head(out, "404 Not Found", "text/plain", 0);
            return;
        }
        remember(manifest.get());
        byte[] bytes = manifest.get().bytes();
        head(out, "200 OK", manifest.get().mediaType() + "\r\nDocker-Content-Digest: " + digest, bytes.length);
        if (!headOnly) {
            out.write(bytes);
        }
    }

    private void remember(Manifest manifest) {
        if (!MediaTypes.isIndex(manifest.mediaType())) {
            sizes.put(manifest.config().digest(), manifest.config().size());
            manifest.layers().forEach(layer -> sizes.put(layer.digest(), layer.size()));
        }
    }

    private void blob(Digest digest, OutputStream out) throws IOException, InterruptedException {
        head(out, "200 OK", "application/octet-stream", sizes.get(digest));
        base.readBlob(digest, out);
    }

    private static void head(OutputStream out, String status, String type, long length) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }
}
