package io.jenkins.plugins.servicedelivery.jenkins.views;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.jenkins.records.BuildRef;
import io.jenkins.plugins.servicedelivery.jenkins.records.IndexEntry;
import java.util.Optional;

/**
 * What runs of a service in an environment, ready to be printed.
 *
 * @param version what its name adds to the service's; empty where none runs
 * @param candidate the same of the version that is to take its place; empty where there is none
 * @param weight the candidate's share of the requests in per cent
 * @param verdict the last one of the judge; empty where there was none
 * @param build the number of the build that changed it last; empty where that is not known
 * @param link the address of that build's page; null where it is gone
 */
public record Cell(
        String version,
        String fullVersion,
        String imageBrief,
        String configurationBrief,
        Status status,
        String candidate,
        int weight,
        String verdict,
        String updated,
        String job,
        String build,
        @CheckForNull String link) {
    static Cell of(IndexEntry entry, Readers readers) {
        Optional<BuildRef> build = entry.build();
        return new Cell(
                brief(entry.service(), entry.running().name()),
                entry.running().name(),
                Digests.brief(entry.running().image()),
                Digests.brief(entry.running().configuration()),
                StateWords.status(entry),
                entry.candidate()
                        .map(candidate -> brief(entry.service(), candidate.version()))
                        .orElse(""),
                entry.candidate().map(IndexEntry.Candidate::weight).orElse(0),
                entry.verdict(),
                Times.print(entry.state().updated()),
                build.map(BuildRef::job).orElse(""),
                build.map(changer -> "#" + changer.number()).orElse(""),
                build.flatMap(readers::page).map(Addresses::of).orElse(null));
    }

    /** Everything that does not fit, for the tooltip. */
    public String getDetails() {
        return Messages.Cell_details(
                        orUnknown(fullVersion), orUnknown(imageBrief), orUnknown(configurationBrief), updated)
                + (verdict.isEmpty() ? "" : "\n" + verdict);
    }

    /** All versions of a service begin with its name. */
    private static String brief(String service, String version) {
        return version.startsWith(service + "-") ? version.substring(service.length() + 1) : version;
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? Messages.Cell_unknown() : text;
    }
}
