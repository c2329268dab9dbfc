import java.net.*;

class Client {
    Object[] all(int port) throws Exception {
        return new Object[] {
            new URL("https://payments:8443/x"),
            new URL("http", "orders", 8080, "/x"),
            URI.create("http://inventory.shop-test.svc.cluster.local:80/"),
            URI.create("HTTP://Shipping.shop-production/"),
            "http://user:hunter2@order:8080/",
            new InetSocketAddress("payments", port),
            new URI("http", "inventory", "/stock", null),
            new URL("http", "api.example.com", 80, "/payments"),
            URI.create("http://127.0.0.1:8080/orders"),
            URI.create("http://[::1]:8080/orders"),
            URI.create("http://localhost/orders")
        };
    }
}
