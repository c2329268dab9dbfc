import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The inventory service as this service needs it. */
record Inventory(String address) {
    private static final int TIMEOUT_MILLIS = 5000;

    Inventory {
        if (address == null) {
            throw new IllegalArgumentException("the variable INVENTORY_URL is not set");
        }
    }

    /** What inventory says about the stock of a product. */
    Json stockOf(String product) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(address + "/stock/" + product).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try (InputStream answer = connection.getInputStream()) {
            return new Json(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
