import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Writes what the customer gets. */
record Receipt(String template) {
    static Receipt fromResource() throws IOException {
        try (InputStream in = Receipt.class.getResourceAsStream("/receipt.txt")) {
            return new Receipt(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    String forOrder(int order) {
        return template.formatted(order + "-" + CheckLetter.of(order));
    }
}
