import java.net.URI;

class Client {
    String parcels = "http://shipping:8080";

    URI payments() {
        String url = "http://payments:8080";
        return URI.create(url + "/pay");
    }

    String orders(boolean secure) {
        String base = "http://orders:8080";
        if (secure) {
            base = base.replace("http", "https");
        }
        return base + call(() -> "http://inventory:8080");
    }

    String shown() {
        return parcels;
    }
}
