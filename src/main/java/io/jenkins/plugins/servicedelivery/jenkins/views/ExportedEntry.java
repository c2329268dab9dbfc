package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.jenkins.records.BuildRef;
import io.jenkins.plugins.servicedelivery.jenkins.records.DeliveryIndex;
import io.jenkins.plugins.servicedelivery.jenkins.records.IndexEntry;
import io.jenkins.plugins.servicedelivery.jenkins.records.IndexedLine;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What runs of a service in an environment, for programs. Texts are empty where nothing is known. */
@ExportedBean(defaultVisibility = 3)
public record ExportedEntry(
        @Exported String cluster,
        @Exported boolean simulated,
        @Exported String line,
        @Exported String environment,
        @Exported String service,
        @Exported String version,
        @Exported String image,
        @Exported String configuration,
        @Exported String state,
        @Exported String phrase,
        @Exported String candidate,
        @Exported int weight,
        @Exported String verdict,
        @Exported String job,
        @Exported int build,
        @Exported String updated) {
    /** What the reader may see; of one product line where one is named. */
    static List<ExportedEntry> all(String line, Readers readers) {
        return DeliveryIndex.get().lines().stream()
                .filter(indexed -> line.isEmpty() || indexed.line().equals(line))
                .flatMap(indexed ->
                        indexed.entries().stream().filter(readers::mayRead).map(entry -> of(indexed, entry)))
                .toList();
    }

    private static ExportedEntry of(IndexedLine line, IndexEntry entry) {
        return new ExportedEntry(
                line.cluster(),
                line.simulated(),
                line.line(),
                entry.environment(),
                entry.service(),
                entry.running().name(),
                entry.running().image(),
                entry.running().configuration(),
                entry.state().code(),
                entry.state().phrase(),
                entry.candidate().map(IndexEntry.Candidate::version).orElse(""),
                entry.candidate().map(IndexEntry.Candidate::weight).orElse(0),
                entry.verdict(),
                entry.build().map(BuildRef::job).orElse(""),
                entry.build().map(BuildRef::number).orElse(0),
                entry.state().updated().toString());
    }
}
