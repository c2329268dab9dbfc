package io.jenkins.plugins.servicedelivery.jenkins.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.adapter.document.CatalogReader;
import io.jenkins.plugins.servicedelivery.adapter.source.FileSourceReader;
import io.jenkins.plugins.servicedelivery.core.delivery.ScanDependencies;
import io.jenkins.plugins.servicedelivery.core.scan.Dependency;
import io.jenkins.plugins.servicedelivery.core.scan.ScanData;
import io.jenkins.plugins.servicedelivery.core.scan.ScanDrawing;
import io.jenkins.plugins.servicedelivery.core.scan.ScanReport;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Finding;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Scans the sources in a workspace; writes nothing there. */
final class ScanTask extends AgentTask<ScanAnswer> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String folder;

    @CheckForNull
    private final String line;

    /** @param line null for the only one of the catalog */
    ScanTask(String folder, @CheckForNull String line, Cookie cookie, ControllerGate gate) {
        super("Scanning the sources", cookie, gate);
        this.folder = folder;
        this.line = line;
    }

    @Override
    protected ScanAnswer work(Path workspace, Controller controller) throws InterruptedException {
        Path catalog = WorkspaceFolder.in(workspace, "catalog", folder);
        ChosenLine chosen = ChosenLine.of(CatalogReader.read(catalog), line);
        ScanReport report =
                new ScanDependencies(new FileSourceReader()).scan(chosen.catalog(), chosen.name(), catalog.toString());
        return answer(report);
    }

    static ScanAnswer answer(ScanReport report) {
        return new ScanAnswer(
                report.line().name().value(),
                texts(report.line().services().keySet()),
                report.dependencies().stream().map(ScanTask::call).toList(),
                report.findings().stream().map(ScanTask::found).toList(),
                report.startWaves().stream().map(ScanTask::texts).toList(),
                report.filesSeen(),
                report.filesRead(),
                ScanDrawing.asMermaid(report),
                ScanDrawing.asDot(report),
                json(report));
    }

    private static ScanAnswer.Call call(Dependency dependency) {
        return new ScanAnswer.Call(
                dependency.caller().value(),
                dependency.called().value(),
                word(dependency.standing()),
                dependency.sightings().stream()
                        .map(sighting -> sighting.place().toString())
                        .findFirst()
                        .orElse(""));
    }

    private static ScanAnswer.Found found(Finding finding) {
        return new ScanAnswer.Found(
                word(finding.severity()),
                finding.rule(),
                finding.subject(),
                finding.message(),
                finding.place().toString(),
                finding.remedy());
    }

    private static List<String> texts(Collection<Name> names) {
        return new ArrayList<>(names.stream().map(Name::value).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String json(ScanReport report) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(ScanData.of(report));
        } catch (JsonProcessingException e) {
            throw new FailedException("Writing the report as JSON", e.getOriginalMessage(), "Report this.", e);
        }
    }
}
