package io.jenkins.plugins.servicedelivery.core.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write a span of time: one whole number and one unit, for example {@code 250ms}, {@code 30s}, {@code 5m}, {@code 24h}, {@code 7d}. */
public final class Durations {
    /** What to tell somebody whose text is no duration. */
    public static final String HOW_TO_WRITE = "Write a whole number and a unit: 250ms, 30s, 5m, 24h or 7d.";

    /** Nine digits: no unit can make more of them than a {@link Duration} holds. */
    private static final Pattern GRAMMAR = Pattern.compile("(?<amount>[0-9]{1,9})(?<unit>ms|s|m|h|d)");

    private Durations() {}

    /** The duration that a text says; empty where it says none. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(of(Long.parseLong(matcher.group("amount")), matcher.group("unit")));
    }

    /** The shortest text that {@link #parse} reads as this duration, which is a whole number of milliseconds. */
    public static String print(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long length = of(1, unit).toMillis();
            if (millis != 0 && millis % length == 0) {
                return millis / length + unit;
            }
        }
        return millis == 0 ? "0s" : millis + "ms";
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
