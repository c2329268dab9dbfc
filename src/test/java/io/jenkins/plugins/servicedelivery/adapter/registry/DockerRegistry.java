package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.servicedelivery.adapter.http.HttpConnection;
import io.jenkins.plugins.servicedelivery.adapter.http.Login;
import io.jenkins.plugins.servicedelivery.adapter.http.TurnedTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real registry as a process of this machine, on the loopback address, as long as a test. */
final class DockerRegistry implements AutoCloseable {
    private final int port = Programs.freePort();
    private final Process process;

    private DockerRegistry(Path folder, String auth) throws IOException {
        Path config = Files.writeString(
                folder.resolve("registry.yml"),
                """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}, delete: {enabled: true}}
                http: {addr: "127.0.0.1:%d"}
                %s
                """
                        .formatted(folder.resolve("registry"), port, auth));
        process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        await().atMost(30, TimeUnit.SECONDS).ignoreExceptions().until(this::listens);
    }

    static DockerRegistry open(Path folder) throws IOException {
        return new DockerRegistry(folder, "");
    }

    /** A registry that only this login opens. */
    static DockerRegistry protectedBy(Login login, Path folder) throws Exception {
        Path passwords = folder.resolve("passwords");
        Programs.run(
                folder,
                "htpasswd",
                "-Bbc",
                passwords.toString(),
                login.user(),
                login.password().reveal());
        return new DockerRegistry(folder, "auth: {htpasswd: {realm: test, path: %s}}".formatted(passwords));
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    DistributionRegistry client(Optional<Login> login) {
        return new DistributionRegistry(
                HttpConnection.to(URI.create("http://" + host())), () -> login, new TurnedTime());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean listens() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }
}
