import java.io.IOException;

/** The storefront: what customers see. It calls products and orders. */
public final class Main {
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.read();
        Remote products = settings.remote("PRODUCTS_URL");
        Remote orders = settings.remote("ORDERS_URL");
        ShopWindow window = new ShopWindow(products, orders, ShopWindow.greeting());

        new WebServer(settings.port())
                .route("/", window::welcome)
                .route("/products", window::browse)
                .route("/buy", window::buy)
                .start();
        System.out.println("storefront listens on " + settings.port() + ": products.url=" + products + " orders.url="
                + orders + " request.timeout=" + settings.timeout());
    }
}
