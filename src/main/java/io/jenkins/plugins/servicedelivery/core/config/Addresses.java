package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the placeholders of configuration values: <code>${address:payments}</code> becomes the address of the service's
 * first port, the same in every environment. <code>$${</code> stands for a plain <code>${</code>.
 */
public final class Addresses {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(?<escaped>\\$)?\\{(?<inside>[^}]*+)(?<end>}?)");
    private static final String ADDRESS = "address:";

    private final ProductLine line;

    public Addresses(ProductLine line) {
        this.line = line;
    }

    /** A text with its placeholders filled; those that cannot be filled are left as they are and listed. */
    public Filled fill(String text) {
        List<Mistake> mistakes = new ArrayList<>();
        String filled = PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(replace(found.group(), mistakes)));
        return new Filled(filled, List.copyOf(mistakes));
    }

    private String replace(String written, List<Mistake> mistakes) {
        if (written.startsWith("$$")) {
            return written.substring(1);
        }
        if (!written.startsWith(ADDRESS, 2) || !written.endsWith("}")) {
            mistakes.add(new Mistake(
                    "unknown-placeholder",
                    Quoted.of(written) + " is no placeholder",
                    "Write ${address:<service>} for the address of a service, or $${ for a plain ${."));
            return written;
        }
        String service = written.substring(2 + ADDRESS.length(), written.length() - 1);
        return address(service, mistakes).orElse(written);
    }

    private Optional<String> address(String name, List<Mistake> mistakes) {
        Optional<Service> service = Name.whyNot(name).isPresent() ? Optional.empty() : line.service(Name.of(name));
        if (service.isEmpty()) {
            List<String> known =
                    line.services().keySet().stream().map(Name::value).toList();
            mistakes.add(new Mistake(
                    "unknown-service",
                    "the product line \"" + line.name() + "\" has no service " + Quoted.of(name)
                            + " that could be addressed",
                    Suggestion.didYouMean(name, known)));
            return Optional.empty();
        }
        if (service.get().mainPort().isEmpty()) {
            mistakes.add(new Mistake(
                    "port-missing",
                    "the service \"" + name + "\" has no port that could be addressed",
                    "Give it a port, or write the address that is meant."));
        }
        return service.get().mainPort().map(port -> "http://" + name + ":" + port.number());
    }

    /** A placeholder that cannot be filled: what kind of problem it is, why, and what to do. */
    public record Mistake(String code, String because, String remedy) {}

    /** A text after its placeholders were filled. */
    public record Filled(String text, List<Mistake> mistakes) {}
}
