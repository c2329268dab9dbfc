import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the shop sells, with prices in cents. */
final class Assortment {
    private final Map<String, Integer> prices = new TreeMap<>();
    private final Inventory inventory;

    private Assortment(Inventory inventory) {
        this.inventory = inventory;
    }

    static Assortment fromResource(String name, Inventory inventory) throws IOException {
        Properties written = new Properties();
        try (InputStream in = Assortment.class.getResourceAsStream(name)) {
            written.load(in);
        }
        Assortment assortment = new Assortment(inventory);
        written.stringPropertyNames()
                .forEach(product -> assortment.prices.put(product, Integer.parseInt(written.getProperty(product))));
        return assortment;
    }

    /** {@code GET /products}. */
    Answer list(Request request) {
        return Answer.ok(Json.array(prices.entrySet().stream()
                .map(entry -> Json.object("product", entry.getKey(), "price", entry.getValue()))
                .toList()));
    }

    /** {@code GET /products/<product>}. */
    Answer show(Request request) throws IOException {
        String product = request.lastWord();
        Integer price = prices.get(product);
        return price == null
                ? Answer.notFound("there is no product " + product)
                : Answer.ok(Json.object("product", product, "price", price, "stock", inventory.stockOf(product)));
    }
}
