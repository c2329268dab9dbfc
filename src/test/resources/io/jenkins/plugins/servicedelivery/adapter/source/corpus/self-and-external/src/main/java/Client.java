import java.net.URI;

class Client {
    URI self = URI.create("http://caller:8080/health");
    URI bank = URI.create("https://api.bank.example/payments");
    String key = System.getenv("EXTERNAL_URL");

    Object all() {
        return new Object[] {self, bank, key};
    }
}
