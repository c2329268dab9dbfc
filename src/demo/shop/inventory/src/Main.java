import java.io.IOException;

/** The inventory service: knows what is in stock and reserves it. It calls nobody. */
public final class Main {
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        Stock stock = Stock.fromResource("/stock.properties");

        new WebServer(port)
                .route("/stock/", stock::show)
                .route("/reservations", stock::reserve)
                .start();
        System.out.println("inventory listens on " + port + ": " + stock.size() + " products");
    }
}
