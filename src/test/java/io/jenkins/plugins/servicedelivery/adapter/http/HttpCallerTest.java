package io.jenkins.plugins.servicedelivery.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.core.shared.Secret;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpCallerTest {
    private static final String PASSWORD = "canary-p4ssw0rd";
    private final TurnedTime time = new TurnedTime();
    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldReturnTheAnswer() throws Exception {
        server.then(200, "hello", Map.of("X-Kind", "greeting"));

        HttpAnswer answer = caller().call(get());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(answer.header("x-kind")).contains("greeting");
    }

    @Test
    void shouldLeaveStatusesToTheCallerThatThePolicyDoesNotDealWith() throws Exception {
        server.then(404).then(409);

        assertThat(caller().call(get()).status()).isEqualTo(404);
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> caller().call(get(), Set.of(200)))
                .withMessageContaining("status 409");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void shouldAskAgainAfterAnErrorOfTheServer(int status) throws Exception {
        server.then(status).then(status).then(200);

        assertThat(caller().call(get()).status()).isEqualTo(200);
        assertThat(time.pauses()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void shouldGiveUpAfterAFewErrorsOfTheServer() {
        server.then(500).then(500).then(500).then(500, "out of order");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> caller().call(get()))
                .withMessageStartingWith("Testing failed: 127.0.0.1:")
                .withMessageContaining("has an error (status 500: out of order)");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void shouldNotAskAgainWhenTheCallIsNotRepeatable() {
        server.then(500).then(200);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> caller().call(HttpCall.of("Testing", "POST", server.uri("/"))));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void shouldAskAgainWithTheWholeBodyWhenTheConnectionBreaks() throws Exception {
        server.thenHangUp().then(201);
        HttpCall put = HttpCall.of("Testing", "PUT", server.uri("/"))
                .sending(HttpCall.Body.of("content".getBytes(StandardCharsets.UTF_8)));

        assertThat(caller().call(put).status()).isEqualTo(201);
        assertThat(server.asked()).extracting(FakeServer.Asked::body).containsExactly("content", "content");
    }

    @Test
    void shouldNotAskAgainWhenABrokenCallIsNotRepeatable() {
        server.thenHangUp().then(200);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> caller().call(HttpCall.of("Testing", "POST", server.uri("/"))));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void shouldSayThatNobodyAnswersWhenTheServerIsDown() throws Exception {
        URI down;
        try (ServerSocket socket = new ServerSocket(0)) {
            down = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> caller(HttpConnection.to(down)).call(HttpCall.of("Testing", "GET", down)))
                .withMessage("Testing failed: nobody answers at 127.0.0.1:" + down.getPort()
                        + ". Look at the server, or try again later.");
    }

    @Test
    void shouldWaitAsLongAsTheServerAsksWhateverTheMethod() throws Exception {
        server.then(429, "", Map.of("Retry-After", "7")).then(200);

        HttpAnswer answer = caller().call(HttpCall.of("Testing", "POST", server.uri("/")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void shouldPauseWhenABusyServerAsksForNoPause() throws Exception {
        server.then(429, "", Map.of("Retry-After", "0"))
                .then(429, "", Map.of("Retry-After", "Thu, 01 Jan 2026 12:00:00 GMT"))
                .then(200);

        caller().call(get());

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void shouldWaitUntilTheMomentThatTheServerNames() throws Exception {
        server.then(429, "", Map.of("Retry-After", "Fri, 02 Jan 2026 12:00:30 GMT"))
                .then(200);

        caller().call(get());

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void shouldGiveUpWhenTheServerAsksToWaitBeyondTheDeadline() throws Exception {
        server.then(429, "", Map.of("Retry-After", "400")).then(200);
        HttpCaller caller = caller();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> caller.call(get()))
                .withMessageContaining("asks to wait 400 s");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void shouldReadTheCredentialAgainOnceWhenItIsRefused() throws Exception {
        server.then(401).then(200);
        Deque<Login> logins = new ArrayDeque<>(List.of(login("old"), login("new")));

        caller(new BasicCredentials(logins::remove)).call(get());

        assertThat(server.asked())
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly(login("old").basic(), login("new").basic());
    }

    @Test
    void shouldNotTryTheSameCredentialTwice() {
        server.then(401, "bad " + PASSWORD);

        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() ->
                        caller(new BasicCredentials(() -> login(PASSWORD))).call(get()))
                .withMessageContaining("does not accept the credential (status 401: bad ******)");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void shouldNeverShowWhatTheServerEchoes() {
        String header = login(PASSWORD).basic();
        server.then(403, "you sent " + header + " that is " + PASSWORD);

        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() ->
                        caller(new BasicCredentials(() -> login(PASSWORD))).call(get()))
                .withMessageContaining("does not allow it")
                .withMessageNotContaining(PASSWORD)
                .withMessageNotContaining(header.substring("Basic ".length()));
    }

    @Test
    void shouldNotShowTheQueryOfAnAddress() {
        server.thenHangUp().thenHangUp().thenHangUp().thenHangUp();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> caller().call(HttpCall.of("Testing", "GET", server.uri("/x?signature=" + PASSWORD))))
                .withMessageNotContaining(PASSWORD);
    }

    @Test
    void shouldFollowARedirectWithoutTheCredentialToAnotherOrigin() throws Exception {
        try (FakeServer other = new FakeServer()) {
            server.then(307, "", Map.of("Location", other.uri("/there?signed=1").toString()));
            other.then(200, "content");

            HttpAnswer answer =
                    caller(new BasicCredentials(() -> login(PASSWORD))).call(get());

            assertThat(answer.body()).asString().isEqualTo("content");
            assertThat(server.asked().get(0).header("Authorization")).isNotNull();
            assertThat(other.asked().get(0).header("Authorization")).isNull();
        }
    }

    @Test
    void shouldKeepTheCredentialAtTheSameOrigin() throws Exception {
        server.then(302, "", Map.of("Location", "/there")).then(200);

        caller(new BasicCredentials(() -> login(PASSWORD))).call(get());

        assertThat(server.asked()).hasSize(2).allMatch(asked -> asked.header("Authorization") != null);
    }

    @Test
    void shouldNotSendABodyToAnotherPlace() throws Exception {
        server.then(307, "", Map.of("Location", "/there"));
        HttpCall put = HttpCall.of("Testing", "PUT", server.uri("/")).sending(HttpCall.Body.of(new byte[] {1}));

        assertThat(caller().call(put).status()).isEqualTo(307);
    }

    @Test
    void shouldGiveUpWhenItIsSentInACircle() {
        for (int i = 0; i < 7; i++) {
            server.then(302, "", Map.of("Location", "/again"));
        }

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> caller().call(get()))
                .withMessageContaining("redirects again and again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://registry.example.com/",
                "http://169.254.169.254/",
                "ftp://127.0.0.1/",
                "http://u:p@127.0.0.1/"
            })
    void shouldRefuseAnAddressThatIsNotSafe(String address) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> caller().call(HttpCall.of("Testing", "GET", URI.create(address))));
    }

    @Test
    void shouldRefuseARedirectToPlainHttpElsewhere() {
        server.then(302, "", Map.of("Location", "http://192.0.2.1/"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> caller().call(get()))
                .withMessageContaining("plain HTTP to 192.0.2.1 is not allowed");
    }

    @Test
    void shouldGoThroughTheProxyExceptToLoopback() throws Exception {
        server.then(200, "from the proxy");
        HttpConnection connection = HttpConnection.to(URI.create("http://registry.example.com"))
                .through(new InetSocketAddress("127.0.0.1", server.uri("/").getPort()))
                .allowingPlainHttp();

        HttpAnswer answer =
                caller(connection).call(HttpCall.of("Testing", "GET", URI.create("http://registry.example.com/v2/")));

        assertThat(answer.body()).asString().isEqualTo("from the proxy");
        assertThat(server.asked().get(0).path()).isEqualTo("http://registry.example.com/v2/");
    }

    @Test
    void shouldEndAtTheDeadlineWhenTheBodyNeverEnds() {
        CountDownLatch end = new CountDownLatch(1);
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(end);
        });
        HttpConnection impatient = HttpConnection.to(server.uri("")).within(Duration.ofMillis(300));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> caller(impatient).call(get().repeatable(false)))
                .withMessageContaining("gave no whole answer in time");
        end.countDown();
    }

    @Test
    void shouldRefuseAnAnswerThatIsTooLarge() {
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[5 * 1024 * 1024]);
        });

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> caller().call(get()))
                .withMessageContaining("more than");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void shouldNotAskAgainOnceSomeOfTheBodyWasPassedOn() {
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        ByteArrayOutputStream sink = new ByteArrayOutputStream();

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> caller().call(get().into(sink)));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void shouldSayThatTheSinkHasFailed() {
        server.then(200, "content");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> caller().call(get().into(full)))
                .withMessageContaining("No space left on device");
    }

    @Test
    void shouldEndWhenInterrupted() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        server.then(exchange -> {
            arrived.countDown();
            await(end);
        });
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(() -> {
            try {
                caller().call(get());
            } catch (InterruptedException | RuntimeException e) {
                thrown[0] = e;
            }
        });
        thread.start();
        arrived.await();

        thread.interrupt();
        thread.join();

        assertThat(thrown[0]).isInstanceOf(InterruptedException.class);
        end.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Login login(String password) {
        return new Login("alice", Secret.of(password));
    }

    private HttpCall get() {
        return HttpCall.of("Testing", "GET", server.uri("/"));
    }

    private HttpCaller caller() {
        return caller(Credentials.NONE);
    }

    private HttpCaller caller(Credentials credentials) {
        return new HttpCaller(HttpConnection.to(server.uri("")), credentials, time);
    }

    private HttpCaller caller(HttpConnection connection) {
        return new HttpCaller(connection, Credentials.NONE, time);
    }
}
