package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.cli.terminal.Table;
import io.jenkins.plugins.servicedelivery.core.catalog.Catalog;
import io.jenkins.plugins.servicedelivery.core.delivery.Status;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code status}. */
@Command(
        name = "status",
        description = "Shows what runs where, how requests are divided, and which operations there are.",
        footer = {
            "  service-delivery status --catalog shop",
            "  service-delivery status production --catalog shop --json",
            "  service-delivery status --operation environment-shop-production --catalog shop"
        })
final class StatusCommand extends Verb {
    @Parameters(paramLabel = "ENVIRONMENT", arity = "0..1", description = "Only this environment.")
    private Optional<Name> environment;

    @Option(names = "--operation", paramLabel = "KEY", description = "The story of one operation.")
    private Optional<RecordKey> operation;

    @Override
    Answer answer(Workshop workshop) {
        return operation.map(key -> story(workshop.status().operation(key))).orElseGet(() -> everything(workshop));
    }

    private Answer everything(Workshop workshop) {
        List<Status.OfEnvironment> environments = environments(workshop);
        List<Record<?, ?>> operations = workshop.status().operations();
        Instant now = workshop.simulation().clock().now();
        StatusView view = new StatusView(workshop.simulation().hands());
        List<String> lines = new ArrayList<>();
        lines.add(workshop.clusterName() + ", " + now);
        lines.add("");
        lines.addAll(view.services(environments));
        lines.add("");
        lines.addAll(operationLines(operations));
        return Answer.done(
                lines,
                Json.object(
                        "cluster", workshop.clusterName(),
                        "simulated", true,
                        "now", now.toString(),
                        "environments",
                                environments.stream().map(view::document).toList(),
                        "operations",
                                operations.stream().map(StatusCommand::document).toList()));
    }

    private List<Status.OfEnvironment> environments(Workshop workshop) {
        Catalog catalog = workshop.catalog();
        Name line = workshop.line().name();
        return environment
                .map(name -> List.of(workshop.status().environment(catalog, catalog.environment(line, name))))
                .orElseGet(() -> workshop.status().environments(catalog, line));
    }

    private static List<String> operationLines(List<Record<?, ?>> operations) {
        if (operations.isEmpty()) {
            return List.of("No operations yet.");
        }
        Table table = new Table("operation", "state", "started by");
        operations.forEach(
                record -> table.row(record.key().value(), record.state().phrase(), record.startedBy()));
        return table.lines();
    }

    private static Answer story(Status.OfOperation operation) {
        List<String> lines = new ArrayList<>();
        lines.add(operation.record().key() + ": " + operation.record().state().phrase());
        operation.story().forEach(evidence -> lines.add("  " + evidence.at() + "  " + evidence.text()));
        Map<String, Object> document = document(operation.record());
        document.put(
                "story", operation.story().stream().map(StatusCommand::document).toList());
        return Answer.done(lines, document);
    }

    private static Map<String, Object> document(Record<?, ?> record) {
        return Json.object(
                "key", record.key().value(),
                "kind", record.kind(),
                "state", record.state().phrase(),
                "open", record.state().isOpen(),
                "startedBy", record.startedBy(),
                "created", record.created().toString(),
                "updated", record.updated().toString());
    }

    private static Map<String, Object> document(Evidence evidence) {
        return Json.object("at", evidence.at().toString(), "kind", evidence.kind(), "text", evidence.text());
    }
}
