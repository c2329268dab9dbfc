package io.jenkins.plugins.servicedelivery.jenkins.views;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** An operation for programs. Words are those of the record, in English, so that programs can compare them. */
@ExportedBean(defaultVisibility = 3)
public record ExportedOperation(
        @Exported String cluster,
        @Exported boolean simulated,
        @Exported String key,
        @Exported String kind,
        @Exported String line,
        @Exported String environment,
        @Exported String startedBy,
        @Exported String created,
        @Exported String updated,
        @Exported String state,
        @Exported String phrase,
        @Exported String reason,
        @Exported String asked,
        @Exported boolean settled,
        @Exported int weight,
        @CheckForNull @Exported ExportedVerdict verdict,
        @Exported List<ExportedChange> changes,
        @Exported String url) {
    /** What becomes of one service. */
    @ExportedBean(defaultVisibility = 3)
    public record ExportedChange(
            @Exported String service,
            @Exported String from,
            @Exported String to,
            @Exported String image,
            @Exported String configuration) {}

    /** What the judge said last; -1 where there were no numbers. */
    @ExportedBean(defaultVisibility = 3)
    public record ExportedVerdict(
            @Exported String ruling,
            @Exported long candidateRequests,
            @Exported long candidateErrors,
            @Exported long stableRequests,
            @Exported long stableErrors,
            @Exported String text) {
        private static final Story.Count UNKNOWN = new Story.Count(-1, -1, "");

        static ExportedVerdict of(Story.Verdict verdict) {
            Story.Count candidate = verdict.candidate().orElse(UNKNOWN);
            Story.Count stable = verdict.stable().orElse(UNKNOWN);
            return new ExportedVerdict(
                    verdict.ruling(),
                    candidate.total(),
                    candidate.errors(),
                    stable.total(),
                    stable.errors(),
                    verdict.text());
        }
    }

    static ExportedOperation of(Story story, String url) {
        Story.Head head = story.head();
        Story.Moment moment = story.moment();
        return new ExportedOperation(
                head.cluster(),
                head.simulated(),
                head.key(),
                head.kind(),
                head.line(),
                head.environment(),
                head.startedBy(),
                head.created().toString(),
                moment.updated().toString(),
                moment.code(),
                moment.phrase(),
                moment.reason(),
                moment.asked(),
                moment.settled(),
                moment.weight(),
                story.verdict().map(ExportedVerdict::of).orElse(null),
                story.course().changes().stream()
                        .map(change -> new ExportedChange(
                                change.service(), change.from(), change.to(), change.image(), change.configuration()))
                        .toList(),
                url);
    }
}
