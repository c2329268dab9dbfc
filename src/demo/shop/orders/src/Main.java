import java.io.IOException;

/** The orders service: takes orders, reserves the goods and has them paid. It calls inventory and payments. */
public final class Main {
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.read();
        Remote inventory = settings.remote("INVENTORY_URL");
        Remote payments = settings.remote("PAYMENTS_URL");
        OrderBook book = new OrderBook(inventory, payments, Receipt.fromResource());

        new WebServer(settings.port()).route("/orders", book::take).start();
        System.out.println("orders listens on " + settings.port() + ": inventory.url=" + inventory + " payments.url="
                + payments + " request.timeout=" + settings.timeout());
    }
}
