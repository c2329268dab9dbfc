import java.net.URI;

class Client {
    private static final int PORT = 8080;
    private String domain = System.lineSeparator();

    URI payments(String path) {
        return URI.create("http" + "://" + "pay" + "ments:" + PORT + path);
    }

    URI orders() {
        return URI.create(("http://orders" + ':') + 80 + "/" + domain);
    }

    URI inventory(String id) {
        return URI.create(String.format("http://%s:%d/stock/%s", "inventory", PORT, id));
    }

    URI shipping() {
        return URI.create("http://%s/parcels".formatted("shipping"));
    }

    URI somewhere(String host) {
        return URI.create("http://payments" + host + ".example.com");
    }

    URI anywhere(String host) {
        return URI.create("http://" + host + ":8080/payments");
    }
}
