package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.image.ImageTemplate;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholders of a template exist, and every service that is built from it can fill them. */
final class TemplateRule implements Rule {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*+)}?");
    private static final String PORT = "port";
    private static final Set<String> KNOWN = Set.of("service", "line", PORT);
    private static final Set<String> ROOT = Set.of("0", "root");

    @Override
    public void check(CatalogDraft draft, Report report) {
        for (Sited<ImageTemplate> template : draft.templates()) {
            texts(template.value()).forEach((path, text) -> placeholders(text, template, path, report));
            user(template, report);
        }
        for (Sited<ProductLine> line : draft.lines()) {
            line.value().services().values().forEach(service -> draft.template(service.template())
                    .ifPresent(template -> port(service, template, line, report)));
        }
    }

    private static void placeholders(String text, Sited<ImageTemplate> template, DocumentPath path, Report report) {
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            if (!KNOWN.contains(found.group(1)) || !found.group().endsWith("}")) {
                report.problem(
                        "unknown-placeholder",
                        template,
                        path,
                        Quoted.of(found.group()) + " is no placeholder of an image template.",
                        Suggestion.didYouMean(found.group(1), KNOWN));
            }
        }
    }

    private static void user(Sited<ImageTemplate> template, Report report) {
        if (ROOT.contains(template.value().user())) {
            report.warning(
                    "template-root-user",
                    template.value().name().value(),
                    template,
                    DocumentPath.of("user"),
                    "Services of the image template \"" + template.value().name() + "\" run as root.",
                    "Name a user without rights, for example 65532.");
        }
    }

    private static void port(Service service, ImageTemplate template, Sited<ProductLine> line, Report report) {
        boolean needed = texts(template).values().stream().anyMatch(text -> text.contains("${" + PORT + "}"));
        if (needed && service.ports().isEmpty()) {
            report.problem(
                    "port-missing",
                    line,
                    DocumentPath.of("services", service.name().value(), "ports"),
                    "The service \"" + service.name() + "\" has no port, but its image template \"" + template.name()
                            + "\" uses ${port}.",
                    "Give the service a port.");
        }
    }

    private static Map<DocumentPath, String> texts(ImageTemplate template) {
        Map<DocumentPath, String> texts = new LinkedHashMap<>();
        DocumentPath commands = DocumentPath.of("build", "commands");
        for (int i = 0; i < template.commands().size(); i++) {
            list(template.commands().get(i), commands.item(i), texts);
        }
        list(template.entrypoint(), DocumentPath.of("entrypoint"), texts);
        texts.put(DocumentPath.of("workingDirectory"), template.workingDirectory());
        texts.put(DocumentPath.of("probe"), template.probePath());
        template.layers().forEach(layer -> {
            texts.put(DocumentPath.of("layers", layer.name(), "from"), layer.from());
            texts.put(DocumentPath.of("layers", layer.name(), "into"), layer.into());
        });
        template.variables().forEach((key, text) -> texts.put(DocumentPath.of("variables", key), text));
        template.labels().forEach((key, text) -> texts.put(DocumentPath.of("labels", key), text));
        return texts;
    }

    private static void list(List<String> words, DocumentPath path, Map<DocumentPath, String> texts) {
        for (int i = 0; i < words.size(); i++) {
            texts.put(path.item(i), words.get(i));
        }
    }
}
