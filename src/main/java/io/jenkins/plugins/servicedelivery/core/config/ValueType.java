package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.shared.Durations;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the text of a value must look like. Durations are written like {@code 250ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}. */
public enum ValueType {
    TEXT("a text", "", text -> true),
    NUMBER("a number", "Write decimal digits, with a point where needed.", ValueType::isNumber),
    BOOLEAN("true or false", "Write true or false.", text -> text.equals("true") || text.equals("false")),
    DURATION("a duration", Durations.HOW_TO_WRITE, text -> Durations.parse(text).isPresent()),
    URL("a URL", "Write a scheme and a host, for example http://payments:8080/path.", ValueType::isUrl);

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    /** Scheme and authority by RFC 3986, in the characters that a URL may have. Databases have schemes such as jdbc:mysql. */
    private static final Pattern ABSOLUTE_URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.:-]{0,60}://[!-~&&[^\"<>\\\\^`{|}]]+");

    private final String title;
    private final String howToWrite;
    private final Predicate<String> accepts;

    ValueType(String title, String howToWrite, Predicate<String> accepts) {
        this.title = title;
        this.howToWrite = howToWrite;
        this.accepts = accepts;
    }

    /** Says why the text is no value of this type, in words that can follow the text; empty where it is one. */
    public Optional<String> whyNot(String text) {
        return accepts.test(text) ? Optional.empty() : Optional.of("is not " + title);
    }

    /** What to tell somebody whose value is of another type. */
    public String howToWrite() {
        return howToWrite;
    }

    private static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches();
    }

    private static boolean isUrl(String text) {
        return ABSOLUTE_URL.matcher(text).matches();
    }
}
