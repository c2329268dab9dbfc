package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a source does with a text: the calls that take it, from the innermost to the outermost one of its statement.
 *
 * @param annotationElement the element of an annotation, as in {@code name = "…"}; empty elsewhere
 */
record Usage(List<Argument> arguments, String annotationElement) {
    private static final int DEEPEST = 24;
    private static final Set<String> COMPARISONS = Set.of(
            "equals",
            "equalsIgnoreCase",
            "startsWith",
            "endsWith",
            "contains",
            "containsKey",
            "matches",
            "replace",
            "replaceAll",
            "replaceFirst",
            "split",
            "indexOf",
            "compareTo",
            "compareToIgnoreCase");
    private static final Set<String> PRINTING = Set.of("println", "printf", "print", "printStackTrace");
    private static final Set<String> LOGGING = Set.of(
            "trace", "debug", "info", "warn", "warning", "error", "severe", "fine", "finer", "finest", "log", "config");
    private static final Set<String> LOGGERS = Set.of("log", "logger", "logging", "audit", "tracer");
    private static final Set<String> CLIENTS = Set.of(
            "uri",
            "url",
            "baseUrl",
            "rootUri",
            "baseUri",
            "target",
            "newBuilder",
            "fromHttpUrl",
            "fromUriString",
            "getForObject",
            "getForEntity",
            "postForObject",
            "postForEntity",
            "postForLocation",
            "patchForObject",
            "exchange",
            "headForHeaders",
            "optionsForAllow",
            "openConnection");
    private static final Set<String> CLIENT_CLASSES =
            Set.of("URI", "URL", "HttpGet", "HttpPost", "HttpPut", "HttpPatch", "HttpDelete", "HttpHead", "HttpHost");
    private static final Set<String> CREATORS = Set.of("URI", "WebClient", "RestClient", "DefaultUriBuilderFactory");

    /**
     * One call that takes the text.
     *
     * @param position of the argument, from 0
     * @param count how many arguments there are
     */
    record Argument(Callee callee, int position, int count) {}

    /** How the text that begins here is used. */
    static Usage of(JavaSource source, int start) {
        List<Argument> arguments = new ArrayList<>();
        int inside = start;
        for (int step = 0; step < DEEPEST; step++) {
            int open = source.around(inside);
            if (open < 0 || (source.at(open).isSymbol('{') && !isArray(source, open))) {
                break;
            }
            argument(source, open, inside).ifPresent(arguments::add);
            inside = open;
        }
        return new Usage(arguments, elementOf(source, start));
    }

    /** Whether the text only shows up in messages, comparisons or descriptions and never becomes a call. */
    boolean isHarmless() {
        return arguments.stream().anyMatch(Usage::isHarmless);
    }

    /** Whether something that opens connections takes the text. */
    boolean isHandedToClient() {
        return arguments.stream().anyMatch(Usage::isClient) || HttpAnnotations.takesAddress(this);
    }

    /** The annotation that takes the text, where one does. */
    Optional<String> annotation() {
        return arguments.stream()
                .map(Argument::callee)
                .filter(Callee::isAnnotation)
                .map(Callee::name)
                .findFirst();
    }

    /** The innermost call that takes the text. */
    Optional<Argument> innermost() {
        return arguments.stream().findFirst();
    }

    /** Whether the text is asked something, as in {@code "http://orders".equals(address)}, or is a case of a switch. */
    static boolean isCompared(JavaSource source, int start, int literal) {
        boolean asked = source.at(literal + 1).isSymbol('.')
                && COMPARISONS.contains(source.at(literal + 2).text());
        boolean operator = source.at(start - 1).isSymbol('=')
                && (source.at(start - 2).isSymbol('=') || source.at(start - 2).isSymbol('!'));
        return asked || operator || source.at(start - 1).isWord("case");
    }

    private static boolean isHarmless(Argument argument) {
        Callee callee = argument.callee();
        if (callee.isAnnotation()) {
            return !HttpAnnotations.isKnown(callee.name());
        }
        if (callee.isNew()) {
            return callee.name().endsWith("Exception") || callee.name().endsWith("Error");
        }
        return PRINTING.contains(callee.name())
                || COMPARISONS.contains(callee.name())
                || callee.name().startsWith("assert")
                || (callee.name().equals("requireNonNull") && argument.position() > 0)
                || (LOGGING.contains(callee.name()) && (isLogger(callee.receiver()) || isLogger(callee.owner())));
    }

    private static boolean isLogger(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return LOGGERS.stream().anyMatch(word -> lower.equals(word) || lower.endsWith("_" + word));
    }

    private static boolean isClient(Argument argument) {
        Callee callee = argument.callee();
        return callee.isNew()
                ? CLIENT_CLASSES.contains(callee.name())
                : CLIENTS.contains(callee.name())
                        || (callee.name().equals("create") && CREATORS.contains(callee.owner()));
    }

    private static Optional<Argument> argument(JavaSource source, int open, int inside) {
        if (!source.at(open).isSymbol('(')) {
            return Optional.empty();
        }
        int close = source.partner(open);
        int position = 0;
        int commas = 0;
        for (int i = open + 1; i < close && i < open + 2_000; i++) {
            if (source.at(i).isSymbol(',') && source.around(i) == open) {
                commas++;
                position += i < inside ? 1 : 0;
            }
        }
        int before = position;
        int count = commas + 1;
        return Callee.before(source, open).map(callee -> new Argument(callee, before, count));
    }

    private static boolean isArray(JavaSource source, int open) {
        JavaToken before = source.at(open - 1);
        return before.isSymbol('=') || before.isSymbol('(') || before.isSymbol(',') || before.isSymbol(']');
    }

    private static String elementOf(JavaSource source, int start) {
        int value = source.at(start - 1).isSymbol('{') ? start - 1 : start;
        return source.isAlone(value - 1, '=') ? source.at(value - 2).text() : "";
    }
}
