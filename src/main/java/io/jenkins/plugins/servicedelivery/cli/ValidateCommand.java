package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** The command {@code validate}. */
@Command(
        name = "validate",
        description = "Checks the catalog and lists every mistake with its place and what to do about it.",
        footer = {"  service-delivery validate", "  service-delivery validate --catalog shop --json"})
final class ValidateCommand extends Verb {
    @Override
    Answer answer(Workshop workshop) {
        CatalogReader.Inspected inspected = workshop.inspect();
        Catalog catalog = inspected.catalog();
        List<String> lines = new ArrayList<>();
        lines.add("The catalog in " + workshop.choices().catalog() + " is valid.");
        for (ProductLine line : catalog.lines().values()) {
            lines.add("  " + line.name() + ": " + line.services().size() + " services, "
                    + catalog.environments(line.name()).size() + " environments");
        }
        inspected.findings().forEach(finding -> lines.add(Findings.line(finding)));
        return Answer.done(lines, document(catalog, inspected.findings()));
    }

    private static Map<String, Object> document(Catalog catalog, List<Finding> findings) {
        List<Map<String, Object>> lines = catalog.lines().values().stream()
                .map(line -> Json.object(
                        "name", line.name().value(),
                        "services", texts(line.services().keySet().stream().toList()),
                        "environments",
                                texts(catalog.environments(line.name()).keySet().stream()
                                        .toList())))
                .toList();
        return Json.object(
                "valid",
                true,
                "lines",
                lines,
                "findings",
                findings.stream().map(Findings::document).toList());
    }

    private static List<String> texts(List<Name> names) {
        return names.stream().map(Name::value).toList();
    }
}
