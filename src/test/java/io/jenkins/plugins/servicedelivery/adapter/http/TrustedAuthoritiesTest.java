package io.jenkins.plugins.servicedelivery.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.adapter.process.ProcessCommandRunner;
import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.CommandResult;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TrustedAuthoritiesTest {
    @TempDir
    private static Path folder;

    private final TurnedTime time = new TurnedTime();

    @Test
    void shouldTrustTheCertificatesOfTheFile() throws Exception {
        Path pem = certificate("good", "ip:127.0.0.1");
        try (FakeServer server = new FakeServer(identity("good")).then(200, "secure")) {
            HttpConnection connection = HttpConnection.to(server.uri("")).trusting(pem);

            HttpAnswer answer = caller(connection).call(HttpCall.of("Testing", "GET", server.uri("/")));

            assertThat(answer.body()).asString().isEqualTo("secure");
        }
    }

    @Test
    void shouldTrustTheCertificatesOfAText() throws Exception {
        PemCertificates text = new PemCertificates.InText(Files.readString(certificate("text", "ip:127.0.0.1")));
        try (FakeServer server = new FakeServer(identity("text")).then(200, "secure")) {
            HttpConnection connection = HttpConnection.to(server.uri("")).trusting(text);

            HttpAnswer answer = caller(connection).call(HttpCall.of("Testing", "GET", server.uri("/")));

            assertThat(answer.body()).asString().isEqualTo("secure");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n"
            })
    void shouldSayThatATextHoldsNoCertificates(String text) {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> new PemCertificates.InText(text).read())
                .withMessageStartingWith("Reading the certificates in the text that was given failed: ")
                .withMessageContaining("BEGIN CERTIFICATE");
    }

    @Test
    void shouldRefuseACertificateThatNobodyTrusts() throws Exception {
        certificate("unknown", "ip:127.0.0.1");
        try (FakeServer server = new FakeServer(identity("unknown")).then(200)) {
            assertThatIsNotTrusted(HttpConnection.to(server.uri("")), server.uri("/"));
        }
    }

    @Test
    void shouldRefuseATrustedCertificateForAnotherName() throws Exception {
        Path pem = certificate("other", "dns:registry.example.com");
        try (FakeServer server = new FakeServer(identity("other")).then(200)) {
            assertThatIsNotTrusted(HttpConnection.to(server.uri("")).trusting(pem), server.uri("/"));
        }
    }

    @Test
    void shouldRefuseACertificateOfATrustedAuthorityThatHasExpired() throws Exception {
        Path authority = certificate("authority", "dns:authority", "-ext", "bc:c");
        certificate("expired", "ip:127.0.0.1");
        keytool("expired", List.of("-certreq", "-alias", "server", "-file", "expired.csr"));
        keytool(
                "authority",
                List.of(
                        "-gencert",
                        "-alias",
                        "server",
                        "-rfc",
                        "-infile",
                        "expired.csr",
                        "-outfile",
                        "expired.crt",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-startdate",
                        "-10d",
                        "-validity",
                        "5"));
        Files.writeString(folder.resolve("expired.crt"), Files.readString(authority), StandardOpenOption.APPEND);
        keytool("expired", List.of("-importcert", "-alias", "server", "-noprompt", "-file", "expired.crt"));
        try (FakeServer server = new FakeServer(identity("expired")).then(200)) {
            assertThatIsNotTrusted(HttpConnection.to(server.uri("")).trusting(authority), server.uri("/"));
        }
    }

    @Test
    void shouldSayThatTheFileHoldsNoCertificates() throws Exception {
        Path file = Files.writeString(folder.resolve("none.pem"), "nothing");
        HttpConnection connection =
                HttpConnection.to(URI.create("https://127.0.0.1")).trusting(file);

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> caller(connection))
                .withMessageContaining("none.pem");
    }

    private void assertThatIsNotTrusted(HttpConnection connection, URI address) {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> caller(connection).call(HttpCall.of("Testing", "GET", address)))
                .withMessageContaining("is not trusted");
        assertThat(time.pauses()).as("not tried again").isEmpty();
    }

    private HttpCaller caller(HttpConnection connection) {
        return new HttpCaller(connection, Credentials.NONE, time);
    }

    private static Path certificate(String name, String subject, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=" + subject));
        words.addAll(List.of(more));
        keytool(name, words);
        keytool(name, List.of("-exportcert", "-rfc", "-alias", "server", "-file", name + ".pem"));
        return folder.resolve(name + ".pem");
    }

    private static void keytool(String name, List<String> words) throws Exception {
        List<String> all = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        all.addAll(words);
        all.addAll(List.of("-keystore", name + ".p12", "-storepass", "changeit"));
        CommandResult result =
                new ProcessCommandRunner().run(new Command(all, folder.toString(), Map.of(), Duration.ofSeconds(30)));
        assertThat(result.succeeded()).as(result.output()).isTrue();
    }

    private static SSLContext identity(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
