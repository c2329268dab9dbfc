import java.net.URI;

class Client {
    URI[] all = {
        URI.create("http://order/1"),
        URI.create("http://orders/1"),
        URI.create("http://orders-archive/1"),
        URI.create("http://orders.example.com/1"),
        URI.create("http://myorders:8080/1"),
        URI.create("http://example.com/orders"),
        URI.create("http://example.com?to=http://orders"),
        URI.create("http://orders@example.com/"),
        URI.create("ftp://orders/1")
    };

    int size() {
        return all.length;
    }
}
