package io.jenkins.plugins.servicedelivery.adapter.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds, or a moment. */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** How long the server asks to be left alone, seen from now; empty where it does not say so in a known form. */
    static Optional<Duration> of(HttpAnswer answer, Instant now) {
        return answer.header("Retry-After").map(String::strip).flatMap(text -> parse(text, now));
    }

    private static Optional<Duration> parse(String text, Instant now) {
        if (text.matches("\\d{1," + MOST_DIGITS + "}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, moment);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException unknownForm) {
            return Optional.empty();
        }
    }
}
