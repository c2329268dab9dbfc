package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Table;
import io.jenkins.plugins.servicedelivery.core.scan.Dependency;
import io.jenkins.plugins.servicedelivery.core.scan.ScanData;
import io.jenkins.plugins.servicedelivery.core.scan.ScanDrawing;
import io.jenkins.plugins.servicedelivery.core.scan.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code scan}. */
@Command(
        name = "scan",
        description = {
            "Reads the sources: who calls whom, compared with what the catalog declares.",
            "Ends with 1 where an error was found, such as a call that is not declared."
        },
        footer = {
            "  service-delivery scan --catalog shop",
            "  service-delivery scan --catalog shop --format mermaid > graph.mmd"
        })
final class ScanCommand extends Verb {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, dot (Graphviz) or mermaid (default: ${DEFAULT-VALUE}); for JSON use --json.")
    private Format format;

    /** How the report is shown to people. */
    enum Format {
        TEXT,
        DOT,
        MERMAID
    }

    @Override
    Answer answer(Workshop workshop) throws InterruptedException {
        ScanReport report = workshop.scanDependencies()
                .scan(workshop.catalog(), workshop.line().name(), workshop.folder());
        return new Answer(report.passes() ? ExitCode.DONE : ExitCode.NO, lines(report), ScanData.of(report));
    }

    private List<String> lines(ScanReport report) {
        return switch (format) {
            case DOT -> ScanDrawing.asDot(report).lines().toList();
            case MERMAID -> ScanDrawing.asMermaid(report).lines().toList();
            case TEXT -> text(report);
        };
    }

    private static List<String> text(ScanReport report) {
        Table table = new Table("caller", "", "called", "standing", "seen at");
        report.dependencies()
                .forEach(dependency -> table.row(
                        dependency.caller().value(),
                        "->",
                        dependency.called().value(),
                        dependency.standing().name().toLowerCase(Locale.ROOT),
                        place(dependency)));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("start order: "
                + report.startWaves().stream()
                        .map(wave -> wave.stream().map(Object::toString).collect(Collectors.joining(" + ")))
                        .collect(Collectors.joining(", then ")));
        report.findings().forEach(finding -> lines.add(Findings.line(finding)));
        lines.add(report.dependencies().size() + " calls between "
                + report.line().services().size() + " services, "
                + report.findings().size() + " findings ("
                + report.filesRead() + " of " + report.filesSeen() + " files read)");
        return lines;
    }

    private static String place(Dependency dependency) {
        return dependency.sightings().stream()
                .map(sighting -> sighting.place().toString())
                .findFirst()
                .orElse("nowhere");
    }
}
