import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Takes payments up to a limit, in one currency. */
final class CashDesk {
    private final int limit;
    private final String currency;
    private final AtomicInteger payments = new AtomicInteger();

    CashDesk(int limit, String currency, Set<String> accepted) {
        if (!accepted.contains(currency)) {
            throw new IllegalArgumentException("the currency " + currency + " is not one of " + accepted);
        }
        this.limit = limit;
        this.currency = currency;
    }

    /** {@code POST /payments?order=<number>&amount=<cents>}. */
    Answer take(Request request) {
        int amount = request.number("amount");
        if (amount > limit) {
            return Answer.conflict("the amount " + amount + " is above the limit " + limit);
        }
        int number = payments.incrementAndGet();
        return Answer.ok(Json.object(
                "payment", number, "order", request.number("order"), "amount", amount, "currency", currency));
    }

    /** The currencies that this version of the service can handle. */
    static Set<String> acceptedCurrencies() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CashDesk.class.getResourceAsStream("/currencies.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toSet());
        }
    }
}
