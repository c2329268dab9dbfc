import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** How many pieces of each product there are. */
final class Stock {
    private final Map<String, Integer> pieces = new ConcurrentHashMap<>();

    static Stock fromResource(String name) throws IOException {
        Properties written = new Properties();
        try (InputStream in = Stock.class.getResourceAsStream(name)) {
            written.load(in);
        }
        Stock stock = new Stock();
        written.stringPropertyNames()
                .forEach(product -> stock.pieces.put(product, Integer.parseInt(written.getProperty(product))));
        return stock;
    }

    int size() {
        return pieces.size();
    }

    /** {@code GET /stock/<product>}. */
    Answer show(Request request) {
        Integer left = pieces.get(request.lastWord());
        return left == null
                ? Answer.notFound("there is no product " + request.lastWord())
                : Answer.ok(Json.object("product", request.lastWord(), "pieces", left));
    }

    /** {@code POST /reservations?product=<name>&quantity=<pieces>}. */
    Answer reserve(Request request) {
        String product = request.text("product");
        int quantity = request.number("quantity");
        Integer left = pieces.computeIfPresent(product, (name, there) -> there - quantity);
        if (left == null) {
            return Answer.notFound("there is no product " + product);
        }
        if (left < 0) {
            pieces.computeIfPresent(product, (name, there) -> there + quantity);
            return Answer.conflict("only " + (left + quantity) + " pieces of " + product + " are left");
        }
        return Answer.ok(Json.object("product", product, "reserved", quantity));
    }
}
