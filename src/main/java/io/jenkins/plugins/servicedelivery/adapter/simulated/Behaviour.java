package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the instances of an image behave in the simulated cluster. It is read from the image's labels and from nowhere
 * else, so that it belongs to the image's bytes.
 *
 * @param readyAfter from the start of an instance until it answers its probe; empty leaves it to chance
 * @param errors the share of requests that it answers with an error, 0 to 1
 * @param latency how long it takes to answer
 * @param neverReady it starts and never answers its probe
 */
record Behaviour(Optional<Duration> readyAfter, double errors, Duration latency, boolean neverReady) {
    /** What every simulation label begins with. */
    static final String PREFIX = ImageLabels.SIMULATION;

    /** An image that says nothing: it starts, and answers every request at once and well. */
    static final Behaviour PLAIN = new Behaviour(Optional.empty(), 0, Duration.ZERO, false);

    private static final List<String> KEYS = List.of("ready-after", "errors", "latency", "never-ready");
    private static final Pattern DURATION = Pattern.compile("(?<number>[0-9]{1,9})(?<unit>ms|s|m|h)");

    /** What these labels say; labels of other meanings are left alone. Throws {@link IllegalArgumentException}. */
    static Behaviour parse(Map<String, String> labels) {
        Map<String, String> own = new TreeMap<>();
        labels.forEach((label, value) -> {
            if (label.startsWith(PREFIX)) {
                own.put(known(label), value);
            }
        });
        return new Behaviour(
                Optional.ofNullable(own.get("ready-after")).map(text -> duration("ready-after", text)),
                share(own.getOrDefault("errors", "0")),
                duration("latency", own.getOrDefault("latency", "0ms")),
                flag(own.getOrDefault("never-ready", "false")));
    }

    private static String known(String label) {
        String key = label.substring(PREFIX.length());
        if (!KEYS.contains(key)) {
            throw invalid(label, "there is no such label. " + Suggestion.didYouMean(key, KEYS));
        }
        return key;
    }

    private static Duration duration(String key, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw invalid(PREFIX + key, "\"" + text + "\" is no duration such as 250ms, 3s or 2m");
        }
        long number = Long.parseLong(matcher.group("number"));
        return switch (matcher.group("unit")) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static double share(String text) {
        if (!text.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
            throw invalid(PREFIX + "errors", "\"" + text + "\" is no share from 0 to 1 such as 0.08");
        }
        return Double.parseDouble(text);
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(PREFIX + "never-ready", "\"" + text + "\" is neither true nor false");
        }
        return text.equals("true");
    }

    private static IllegalArgumentException invalid(String label, String reason) {
        return new IllegalArgumentException("image label " + label + " is invalid: " + reason);
    }
}
