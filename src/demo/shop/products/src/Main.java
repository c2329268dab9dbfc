import java.io.IOException;

/** The products service: what the shop sells, at which price, and how much of it is left. It calls inventory. */
public final class Main {
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        Inventory inventory = new Inventory(System.getenv("INVENTORY_URL"));
        Assortment assortment = Assortment.fromResource("/prices.properties", inventory);

        new WebServer(port)
                .route("/products", assortment::list)
                .route("/products/", assortment::show)
                .start();
        System.out.println("products listens on " + port + ": inventory.url=" + inventory.address());
    }
}
