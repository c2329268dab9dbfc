package io.jenkins.plugins.servicedelivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleShopTest {
    private static final List<String> SHARED_SOURCES =
            List.of("WebServer.java", "Request.java", "Answer.java", "Json.java");
    private static final int ORDERS = 100;

    @TempDir
    private static Path built;

    @TempDir
    private Path folder;

    private RunningShop shop;

    /** Compiling takes the most time by far, so it is done once. */
    @BeforeAll
    static void buildShop() {
        RunningShop.build(built);
    }

    @BeforeEach
    void prepareShop() {
        shop = new RunningShop(folder, built);
    }

    @AfterEach
    void stopShop() {
        shop.close();
    }

    @Test
    void shouldWalkAnOrderThroughAllFiveServices() throws IOException {
        shop.start("payments");
        shop.start("inventory");
        shop.start("orders", "inventory", "payments");
        shop.start("products", "inventory");
        shop.start("storefront", "products", "orders");

        HttpResponse<String> bought = shop.send("POST", "storefront", "/buy?product=cup&quantity=2");
        HttpResponse<String> shown = shop.send("GET", "storefront", "/products/cup");
        HttpResponse<String> tooMany = shop.send("POST", "storefront", "/buy?product=cup&quantity=11");

        assertThat(bought.body())
                .isEqualTo("{\"order\":1,\"receipt\":\"Thank you! Your order is number 1.\","
                        + "\"payment\":{\"payment\":1,\"order\":1,\"amount\":2500,\"currency\":\"EUR\"}}");
        assertThat(shown.body())
                .isEqualTo("{\"product\":\"cup\",\"price\":1250,\"stock\":{\"product\":\"cup\",\"pieces\":10}}");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(shop.log("storefront")).contains("storefront listens on").contains("orders.url=http://127.0.0.1:");
    }

    @Test
    void shouldFailTheShareOfOrdersThatTheBadReleaseSays() throws IOException {
        startOrders("orders-1.2-readable-letters");

        long failed = failedOrders();

        assertThat((double) failed / ORDERS)
                .isEqualTo(simulatedErrors("orders-1.2-readable-letters"))
                .isEqualTo(0.08);
    }

    @Test
    void shouldFailNoOrderInTheGoodRelease() {
        startOrders("orders-1.1-check-letter");

        long failed = failedOrders();

        assertThat(failed).isZero();
        assertThat(shop.send("POST", "orders", "/orders?product=tea&quantity=1&price=450")
                        .body())
                .contains("Your order is number 101-B.");
    }

    @Test
    void shouldEndByItselfWhenAskedToStop() throws InterruptedException {
        shop.start("payments");

        int exitCode = shop.stopLast();

        assertThat(exitCode).isEqualTo(128 + 15);
    }

    @Test
    void shouldFinishWhatItHasBegunWhenAskedToStop() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        HttpServer slow = slowServer(asked, mayAnswer);
        shop.know(
                "inventory", URI.create("http://127.0.0.1:" + slow.getAddress().getPort()));
        shop.start("products", "inventory");

        CompletableFuture<HttpResponse<String>> begun =
                CompletableFuture.supplyAsync(() -> shop.send("GET", "products", "/products/tea"));
        asked.await();
        Process stopping = shop.askLastToStop();
        await().until(() -> shop.send("GET", "products", "/health").statusCode() == 503);
        mayAnswer.countDown();

        assertThat(begun.get().body()).isEqualTo("{\"product\":\"tea\",\"price\":450,\"stock\":{}}");
        assertThat(stopping.waitFor(20, TimeUnit.SECONDS)).isTrue();
        slow.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storefront", "products", "orders", "inventory"})
    void shouldKeepCopiesOfCommonSourcesEqual(String service) {
        for (String source : SHARED_SOURCES) {
            assertThat(RunningShop.SHOP.resolve(service).resolve("src").resolve(source))
                    .hasSameTextualContentAs(
                            RunningShop.SHOP.resolve("payments/src").resolve(source));
        }
    }

    private static HttpServer slowServer(CountDownLatch asked, CountDownLatch mayAnswer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.countDown();
                mayAnswer.await();
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private void startOrders(String release) {
        shop.apply(release, "orders");
        shop.start("payments");
        shop.start("inventory");
        shop.start("orders", "inventory", "payments");
    }

    private long failedOrders() {
        return IntStream.range(0, ORDERS)
                .map(i -> shop.send("POST", "orders", "/orders?product=tea&quantity=1&price=450")
                        .statusCode())
                .filter(status -> status == 500)
                .count();
    }

    private static double simulatedErrors(String release) throws IOException {
        Properties written = new Properties();
        try (InputStream in =
                Files.newInputStream(RunningShop.RELEASES.resolve(release).resolve("orders/simulation.properties"))) {
            written.load(in);
        }
        return Double.parseDouble(written.getProperty("errors"));
    }
}
