package io.jenkins.plugins.servicedelivery.core.scan;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host that a URL names, in lower case, without user, password and path. */
public record Address(String scheme, String host, Optional<String> port) {
    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https", "lb", "ws", "wss");
    private static final Pattern GRAMMAR = Pattern.compile(
            "(?<scheme>[a-z]{2,5})://(?:[^/?#@\\s]*@)?(?<host>[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\\.?(?::(?<port>\\d{1,5}))?(?:[/?#]\\S*)?");

    /** The address in a text that is one URL of a scheme that services are called by, and nothing else. */
    public static Optional<Address> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = GRAMMAR.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !SCHEMES.contains(matcher.group("scheme"))) {
            return Optional.empty();
        }
        return Optional.of(new Address(
                matcher.group("scheme"), matcher.group("host"), Optional.ofNullable(matcher.group("port"))));
    }

    /** Whether the host is one word, as the services of one cluster call each other. */
    public boolean isLocalName() {
        return host.chars().noneMatch(c -> c == '.') && !"localhost".equals(host) && !Character.isDigit(host.charAt(0));
    }

    /** Scheme, host and port. */
    @Override
    public String toString() {
        return scheme + "://" + host + port.map(number -> ":" + number).orElse("");
    }
}
