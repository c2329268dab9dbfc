import org.springframework.beans.factory.annotation.Value;

class Client {
    Object[] all(Environment environment, Settings settings) {
        return new Object[] {
            System.getenv("PAYMENTS_URL"),
            System.getenv().get("PAYMENTS_URL"),
            environment.getProperty("payments.url"),
            settings.remote("PAYMENTS_URL"),
            System.getenv().getOrDefault("SHIPPING_HOST", "localhost"),
            System.getenv().getOrDefault("OTHER_URL", "http://orders:8080"),
            System.getenv("INVENTORY_URL"),
            System.getenv("EXTERNAL_URL"),
            System.getenv("PAYMENTS" + "_URL"), settings.text("the variable PAYMENTS_URL is missing")
        };
    }
    @Value("${payments.url:http://orders:8080}/pay")
    private String address;
}
