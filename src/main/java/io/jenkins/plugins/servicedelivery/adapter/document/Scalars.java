package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.shared.Durations;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that a codec can ask a text for. */
final class Scalars {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern PERCENTAGE = Pattern.compile("(?<number>[0-9]{1,3}(\\.[0-9]{1,9})?) ?%");

    private Scalars() {}

    /** A text that a grammar accepts. */
    static Optional<String> text(Item item, Pattern grammar, String code, String what, String remedy) {
        return item.text()
                .filter(text -> grammar.matcher(text).matches()
                        || item.wrong(code, Quoted.of(text) + " is " + what + ".", remedy)
                                .isPresent());
    }

    /** Any text but the empty one. */
    static Optional<String> something(Item item) {
        return item.text()
                .filter(text -> !text.isBlank()
                        || item.wrong("no-value", item.title() + " is empty.", "Write something.")
                                .isPresent());
    }

    static Optional<Name> name(Item item) {
        return item.text().flatMap(text -> Name.whyNot(text)
                .<Optional<Name>>map(reason -> item.wrong(
                        "bad-name",
                        Quoted.of(text) + " is not a name: " + reason + ".",
                        "Write a name such as \"orders\"."))
                .orElseGet(() -> Optional.of(Name.of(text))));
    }

    static Optional<Duration> duration(Item item) {
        return item.text().flatMap(text -> Durations.parse(text)
                .or(() -> item.wrong("bad-duration", Quoted.of(text) + " is not a duration.", Durations.HOW_TO_WRITE)));
    }

    static Optional<Duration> positiveDuration(Item item) {
        return duration(item)
                .filter(duration -> !duration.isZero()
                        || item.wrong("bad-duration", "It must take longer than nothing.", Durations.HOW_TO_WRITE)
                                .isPresent());
    }

    /** A share between 0 and 1, written as a percentage. */
    static Optional<Double> percentage(Item item) {
        return item.text().flatMap(text -> {
            Matcher matcher = PERCENTAGE.matcher(text);
            BigDecimal percent = matcher.matches() ? new BigDecimal(matcher.group("number")) : BigDecimal.TEN.pow(3);
            if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                return item.wrong(
                        "bad-percentage",
                        Quoted.of(text) + " is not a percentage.",
                        "Write a number from 0 to 100 and a per cent sign: 1% or 0.5 %.");
            }
            return Optional.of(percent.movePointLeft(2).doubleValue());
        });
    }

    static Optional<Integer> wholeNumber(Item item, int least, int most) {
        return item.text().flatMap(text -> {
            long number = WHOLE_NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MIN_VALUE;
            if (number < least || number > most) {
                return item.wrong(
                        "bad-number",
                        Quoted.of(text) + " is not a whole number from " + least + " to " + most + ".",
                        "Write one, in decimal digits.");
            }
            return Optional.of((int) number);
        });
    }

    static Optional<Boolean> flag(Item item) {
        return item.text().flatMap(text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> item.wrong("bad-flag", Quoted.of(text) + " is neither true nor false.", "Write true or false.");
        });
    }

    /** One of an enumeration's words, in lower case. */
    static <E extends Enum<E>> Optional<E> choice(Item item, Class<E> choices) {
        List<String> words =
                Arrays.stream(choices.getEnumConstants()).map(Scalars::word).toList();
        return item.text()
                .flatMap(text -> words.contains(text)
                        ? Optional.of(choices.getEnumConstants()[words.indexOf(text)])
                        : item.wrong(
                                "bad-choice",
                                Quoted.of(text) + " is none of " + String.join(", ", words) + ".",
                                Suggestion.didYouMean(text, words)));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
