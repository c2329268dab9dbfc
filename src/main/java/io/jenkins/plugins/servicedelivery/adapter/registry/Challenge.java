package io.jenkins.plugins.servicedelivery.adapter.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A registry's request for a token: the server that gives it, and for which service. */
record Challenge(String realm, Optional<String> service) {
    private static final Pattern PARAMETER = Pattern.compile("([a-zA-Z]+)=\"([^\"]*)\"");
    private static final String SCHEME = "bearer ";

    /** The challenge in a header {@code WWW-Authenticate}, where it is one for a token. */
    static Optional<Challenge> parse(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2));
        }
        return Optional.ofNullable(parameters.get("realm"))
                .map(realm -> new Challenge(realm, Optional.ofNullable(parameters.get("service"))));
    }

    /** @param scope what the token shall be for; empty for one that only says who asks */
    URI tokenAddress(Optional<String> scope) {
        String query = Stream.concat(
                        scope.map(text -> "scope=" + encoded(text)).stream(),
                        service.map(name -> "service=" + encoded(name)).stream())
                .collect(Collectors.joining("&"));
        return URI.create(query.isEmpty() ? realm : realm + (realm.contains("?") ? "&" : "?") + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
