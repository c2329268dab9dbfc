import java.io.IOException;

/** The payments service: takes the money for an order. It calls nobody. */
public final class Main {
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        int limit = Integer.parseInt(System.getenv().getOrDefault("PAYMENTS_LIMIT", "100000"));
        String currency = System.getenv().getOrDefault("CURRENCY", "EUR");
        CashDesk desk = new CashDesk(limit, currency, CashDesk.acceptedCurrencies());

        new WebServer(port).route("/payments", desk::take).start();
        System.out.println("payments listens on " + port + ": limit=" + limit + " currency=" + currency);
    }
}
