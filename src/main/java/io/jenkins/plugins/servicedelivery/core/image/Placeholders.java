package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a template's texts may name as {@code ${…}}, for one service. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private final Map<String, String> values = new TreeMap<>();
    private final Place place;
    private final Consumer<Problem> problems;

    Placeholders(BuildRequest request, Consumer<Problem> problems) {
        values.put("service", request.service().name().value());
        values.put("line", request.line().name().value());
        request.service().mainPort().ifPresent(port -> values.put("port", Integer.toString(port.number())));
        this.place = Place.outside("template \"" + request.template().name() + "\" for service \""
                + request.service().name() + "\"");
        this.problems = problems;
    }

    /** The text with every placeholder replaced; one that is not known stays and is reported. */
    String fill(String path, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(valueOf(path, matcher.group(1))));
        }
        return matcher.appendTail(filled).toString();
    }

    /** The texts in their order, each filled. */
    List<String> fill(String path, List<String> texts) {
        return texts.stream().map(text -> fill(path, text)).toList();
    }

    /** Reports a mistake at a path of the template. */
    void report(String code, String path, String message, String remedy) {
        problems.accept(new Problem(code, message, place, path, remedy));
    }

    private String valueOf(String path, String name) {
        String value = values.get(name);
        if (value != null) {
            return value;
        }
        if ("port".equals(name)) {
            report("unknown-placeholder", path, path + " needs ${port}, but the service has no port.", "Give it one.");
        } else {
            report(
                    "unknown-placeholder",
                    path,
                    path + " has the unknown placeholder ${" + name + "}.",
                    Suggestion.didYouMean(name, values.keySet()));
        }
        return "${" + name + "}";
    }
}
