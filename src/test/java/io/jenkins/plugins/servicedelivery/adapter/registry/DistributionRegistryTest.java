package io.jenkins.plugins.servicedelivery.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.servicedelivery.adapter.http.HttpConnection;
import io.jenkins.plugins.servicedelivery.adapter.http.Login;
import io.jenkins.plugins.servicedelivery.adapter.http.TurnedTime;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.image.Registry;
import io.jenkins.plugins.servicedelivery.core.image.RegistryContract;
import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Secret;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionRegistryTest extends RegistryContract {
    private static final String BLOBS = "/v2/shop/orders/blobs/";
    private static final Login ALICE = new Login("alice", Secret.of("canary-p4ssw0rd"));
    private final TurnedTime time = new TurnedTime();
    private final List<String> tokenQueries = new CopyOnWriteArrayList<>();
    private FakeRegistry server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        server = new FakeRegistry();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Registry registry() {
        return client(Optional.empty());
    }

    @Override
    protected ImageReference put(ImageReference repository, ImageLabels labels) throws Exception {
        return OciImages.put(client(Optional.empty()), repository, labels);
    }

    @Override
    protected ImageReference repository(String path) {
        return ImageReference.parse(server.host() + "/" + path);
    }

    @Test
    void shouldFindWithExactlyOneRequest() throws Exception {
        ImageReference image = put(orders(), new ImageLabels(new TreeMap<>()));
        registry().tag(image, "one");
        server.forgetRequests();

        registry().find(image.tagged("one"));

        assertThat(server.requests()).containsExactly("HEAD /v2/shop/orders/manifests/one");
    }

    @Test
    void shouldReuseAnImageWithExactlyOneRequest() throws Exception {
        BuildWorld world = new BuildWorld(folder, client(Optional.empty()));
        var request = world.plainRequest().repository(server.host() + "/shop");
        world.build(request);
        server.forgetRequests();

        assertThat(world.build(request).reused()).isTrue();

        assertThat(server.requests()).singleElement().asString().startsWith("HEAD /v2/shop/orders/manifests/in-");
    }

    @Test
    void shouldNotSendLayersThatAreThere() throws Exception {
        BuildWorld world = new BuildWorld(folder, client(Optional.empty()));
        var request = world.plainRequest().repository(server.host() + "/shop");
        world.build(request);
        server.forgetRequests();

        world.build(request.user("1000"));

        assertThat(server.requests().stream().filter(asked -> asked.startsWith("POST /v2/shop/orders/blobs/uploads")))
                .as("the configuration, the empty configuration of the record is there, the record is the same")
                .hasSize(1);
    }

    @Test
    void shouldBeginAnUploadAnewWhenItBreaksOff() throws Exception {
        server.on("PUT " + BLOBS + "uploads/1", 1, exchange -> {
            exchange.close();
            return true;
        });

        client(Optional.empty()).putBlob(orders(), blob("content"));

        assertThat(client(Optional.empty()).hasBlob(orders(), Digest.of("content")))
                .isTrue();
    }

    @Test
    void shouldGiveUpAnUploadThatBreaksOffAgainAndAgain() throws Exception {
        server.on("PUT " + BLOBS + "uploads/1", 9, 503);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> client(Optional.empty()).putBlob(orders(), blob("content")))
                .withMessageStartingWith("Pushing " + Digest.of("content") + " of " + orders() + " failed: ");
    }

    @Test
    void shouldNameNothingWhenThePushFailsInTheMiddle() throws Exception {
        BuildWorld world = new BuildWorld(folder, client(Optional.empty()));
        server.on("PUT " + BLOBS + "uploads/1", 99, 500);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> world.build(world.plainRequest().repository(server.host() + "/shop")));

        assertThat(server.names()).isZero();
    }

    @Test
    void shouldRefuseABlobThatIsNotWhatItsDigestSays() throws Exception {
        server.on("GET " + BLOBS + ".*", 1, exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("other".getBytes(StandardCharsets.UTF_8));
            return true;
        });

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> read(Digest.of("content")))
                .withMessageContaining("what came has the digest " + Digest.of("other"));
    }

    @Test
    void shouldSayThatABlobBrokeOff() throws Exception {
        server.on("GET " + BLOBS + ".*", 1, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
            return true;
        });

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> read(Digest.of("content")))
                .withMessageStartingWith("Pulling " + Digest.of("content"));
    }

    @Test
    void shouldRefuseAManifestThatIsNotWhatItsDigestSays() throws Exception {
        server.on("GET /v2/shop/orders/manifests/.*", 1, exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            return true;
        });

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> registry().labels(orders().at(Digest.of("wanted"))))
                .withMessageContaining("and not " + Digest.of("wanted"));
    }

    @Test
    void shouldSayThatThePushIsNotAllowed() throws Exception {
        server.on("POST .*", 9, 403);

        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> client(Optional.of(ALICE)).putBlob(orders(), blob("content")))
                .withMessageContaining("does not allow it")
                .withMessageNotContaining("canary");
    }

    @Test
    void shouldWaitWhenTheRegistryIsBusy() throws Exception {
        server.on("HEAD .*", 1, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3");
            exchange.sendResponseHeaders(429, -1);
            return true;
        });

        assertThat(registry().find(orders().tagged("one"))).isEmpty();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void shouldLogInWithoutAskingTwice() throws Exception {
        server.on(".*", 99, exchange -> refuses(exchange, ALICE.basic(), "Basic realm=\"r\""));

        client(Optional.of(ALICE)).find(orders().tagged("one"));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldFetchATokenWhereTheRegistryAsksForOne() throws Exception {
        tokenServer(ALICE.basic());

        assertThat(client(Optional.of(ALICE)).find(orders().tagged("one"))).isEmpty();

        assertThat(server.requests())
                .containsExactly(
                        "HEAD /v2/shop/orders/manifests/one", "GET /token", "HEAD /v2/shop/orders/manifests/one");
    }

    @Test
    void shouldReadTheLoginAgainWhenTheTokenServerRefusesIt() throws Exception {
        tokenServer(ALICE.basic());
        Deque<Login> logins = new ArrayDeque<>(List.of(new Login("alice", Secret.of("old")), ALICE));

        DistributionRegistry client =
                new DistributionRegistry(HttpConnection.to(server.uri()), () -> Optional.of(logins.remove()), time);

        assertThat(client.find(orders().tagged("one"))).isEmpty();
    }

    @Test
    void shouldSayThatTheLoginIsWrong() throws Exception {
        tokenServer("Basic other");

        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> client(Optional.of(ALICE)).find(orders().tagged("one")))
                .withMessageContaining("does not accept the credential")
                .withMessageNotContaining("canary");
    }

    @Test
    void shouldRefuseATokenServerThatIsNone() throws Exception {
        server.on("HEAD .*", 1, exchange -> refuses(exchange, "", "Bearer realm=\"::no address::\""));

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> client(Optional.of(ALICE)).find(orders().tagged("one")))
                .withMessageContaining("as its token server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\\nX: y", ""})
    void shouldRefuseATokenThatNoHeaderCanCarry(String token) {
        tokenServer(ALICE.basic(), token);

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> client(Optional.of(ALICE)).find(orders().tagged("one")))
                .withMessageContaining("holds no token")
                .withMessageNotContaining("canary");
    }

    @Test
    void shouldSayWhoAnswersAndTakesTheLogin() throws Exception {
        tokenServer(ALICE.basic());
        server.greets("registry/2.0");

        assertThat(client(Optional.of(ALICE)).greet()).isEqualTo("registry/2.0");

        assertThat(server.requests()).containsExactly("GET /v2/", "GET /token", "GET /v2/");
        assertThat(tokenQueries).containsExactly("service=registry");
    }

    @Test
    void shouldSayThatALoginIsWrongWhenAskedWhoAnswers() {
        tokenServer("Basic other");

        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> client(Optional.of(ALICE)).greet())
                .withMessageContaining("does not accept the credential")
                .withMessageNotContaining("canary");
    }

    @Test
    void shouldSayThatWhatAnswersIsNoRegistry() {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> client(Optional.empty()).greet())
                .withMessageContaining("status 404");
    }

    @Test
    void shouldAskForNoMoreThanTheRightToReadWhereItOnlyReads() throws Exception {
        tokenServer(ALICE.basic());

        client(Optional.of(ALICE)).readOnly().find(orders().tagged("one"));
        client(Optional.of(ALICE)).find(orders().tagged("one"));

        assertThat(tokenQueries)
                .containsExactly(
                        "scope=repository:shop/orders:pull&service=registry",
                        "scope=repository:shop/orders:pull,push&service=registry");
    }

    @Test
    void shouldStopReadingATextThatIsLargerThanItSays() throws Exception {
        ObjectNode tree = OciJson.object();
        tree.set("config", new Descriptor("x", Digest.of(new byte[0]), 2).toJson());
        Manifest manifest = Manifest.of(MediaTypes.MANIFEST, tree);
        client(Optional.empty()).putManifest(orders().tagged("one"), manifest);
        server.on("GET " + BLOBS + ".*", 1, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[OciRegistry.MOST_TEXT_BYTES + 1]);
            return true;
        });

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> client(Optional.empty()).labels(orders().tagged("one")))
                .withMessageContaining("more than " + OciRegistry.MOST_TEXT_BYTES + " bytes");
    }

    private void tokenServer(String accepted) {
        tokenServer(accepted, "t0ken");
    }

    private void tokenServer(String accepted, String given) {
        String challenge = "Bearer realm=\"" + server.uri() + "/token\",service=\"registry\"";
        server.on(".* /v2/.*", 99, exchange -> refuses(exchange, "Bearer t0ken", challenge));
        server.on("GET /token", 99, exchange -> {
            tokenQueries.add(exchange.getRequestURI().getQuery());
            if (!refuses(exchange, accepted, "Basic realm=\"r\"")) {
                byte[] token = ("{\"token\":\"" + given + "\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, token.length);
                exchange.getResponseBody().write(token);
            }
            return true;
        });
    }

    private static boolean refuses(com.sun.net.httpserver.HttpExchange exchange, String accepted, String challenge)
            throws java.io.IOException {
        if (accepted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return false;
        }
        exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
        exchange.sendResponseHeaders(401, -1);
        return true;
    }

    private void read(Digest digest) throws InterruptedException {
        client(Optional.empty()).readBlob(orders(), digest, new ByteArrayOutputStream());
    }

    private ImageReference orders() {
        return repository("shop/orders");
    }

    private static Blob blob(String content) {
        return Blob.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private DistributionRegistry client(Optional<Login> login) {
        return new DistributionRegistry(HttpConnection.to(server.uri()), () -> login, time);
    }
}
