import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows products and sells them. */
final class ShopWindow {
    private static final Pattern PRICE = Pattern.compile("\"price\":([0-9]+)");
    private final Remote products;
    private final Remote orders;
    private final String greeting;

    ShopWindow(Remote products, Remote orders, String greeting) {
        this.products = products;
        this.orders = orders;
        this.greeting = greeting;
    }

    /** {@code GET /}. */
    Answer welcome(Request request) {
        return Answer.ok(Json.object("welcome", greeting));
    }

    /** {@code GET /products} and {@code GET /products/<product>}. */
    Answer browse(Request request) throws IOException, InterruptedException {
        return products.ask("GET", request.uri().getRawPath());
    }

    /** {@code POST /buy?product=<name>&quantity=<pieces>}. */
    Answer buy(Request request) throws IOException, InterruptedException {
        String product = URLEncoder.encode(request.text("product"), StandardCharsets.UTF_8);
        int quantity = request.number("quantity");
        Answer shown = products.ask("GET", "/products/" + product);
        Matcher price = PRICE.matcher(shown.json());
        if (shown.status() != 200 || !price.find()) {
            return shown;
        }
        return orders.ask("POST", "/orders?product=" + product + "&quantity=" + quantity + "&price=" + price.group(1));
    }

    static String greeting() throws IOException {
        try (InputStream in = ShopWindow.class.getResourceAsStream("/greeting.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
