import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes orders: goods first, then money, then the receipt. */
final class OrderBook {
    private final Remote inventory;
    private final Remote payments;
    private final Receipt receipts;
    private final AtomicInteger numbers = new AtomicInteger();

    OrderBook(Remote inventory, Remote payments, Receipt receipts) {
        this.inventory = inventory;
        this.payments = payments;
        this.receipts = receipts;
    }

    /** {@code POST /orders?product=<name>&quantity=<pieces>&price=<cents>}. */
    Answer take(Request request) throws IOException, InterruptedException {
        String product = URLEncoder.encode(request.text("product"), StandardCharsets.UTF_8);
        int quantity = request.number("quantity");
        int amount = Math.multiplyExact(quantity, request.number("price"));
        int order = numbers.incrementAndGet();

        Answer reserved = inventory.ask("POST", "/reservations?product=" + product + "&quantity=" + quantity);
        if (reserved.status() != 200) {
            return reserved;
        }
        Answer paid = payments.ask("POST", "/payments?order=" + order + "&amount=" + amount);
        if (paid.status() != 200) {
            return paid;
        }
        return Answer.ok(
                Json.object("order", order, "receipt", receipts.forOrder(order), "payment", new Json(paid.json())));
    }
}
