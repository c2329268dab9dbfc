package io.jenkins.plugins.servicedelivery.core.environment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Namespaces that no environment may use or remove.
 *
 * @param patterns names in which {@code *} stands for any characters
 */
public record ProtectedNamespaces(List<String> patterns) {
    /** What belongs to every cluster, and the control namespace. */
    public static final ProtectedNamespaces STANDARD =
            new ProtectedNamespaces(List.of("default", "kube-*", "service-delivery"));

    public ProtectedNamespaces {
        patterns = List.copyOf(patterns);
    }

    /** The pattern that protects this namespace; empty where none does. */
    public Optional<String> protecting(String namespace) {
        return patterns.stream()
                .filter(pattern -> namespace.matches(asExpression(pattern)))
                .findFirst();
    }

    private static String asExpression(String pattern) {
        return Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
