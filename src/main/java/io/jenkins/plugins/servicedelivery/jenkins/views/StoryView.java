package io.jenkins.plugins.servicedelivery.jenkins.views;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import java.util.List;

/**
 * An operation as its page shows it, ready to be printed.
 *
 * @param place where it happens, in words
 * @param strategy the release strategy; empty for other operations
 * @param share how the requests are divided; null for other operations than releases
 * @param verdict null where the judge has said nothing
 * @param served null where nobody counted
 */
public record StoryView(
        String title,
        Place place,
        Status status,
        String reason,
        String asked,
        String strategy,
        List<StepView> steps,
        @CheckForNull Share share,
        @CheckForNull VerdictView verdict,
        @CheckForNull Story.Served served,
        List<ChangeView> changes,
        String kept,
        String removed,
        List<LineView> lines,
        int omitted) {
    /** Where and by whom. */
    public record Place(
            String line, String environment, String cluster, boolean simulated, String startedBy, String created) {}

    /** How the requests of the service are divided, in per cent. */
    public record Share(String stable, int toStable, String candidate, int toCandidate) {}

    static StoryView of(Story story) {
        Story.Head head = story.head();
        Story.Moment moment = story.moment();
        return new StoryView(
                Titles.of(story),
                new Place(
                        head.line(),
                        head.environment(),
                        head.cluster(),
                        head.simulated(),
                        head.startedBy(),
                        Times.print(head.created())),
                StateWords.status(moment),
                moment.reason(),
                moment.asked(),
                story.course().strategy(),
                StepView.of(story),
                share(story),
                story.verdict().map(verdict -> VerdictView.of(verdict, story)).orElse(null),
                story.served().orElse(null),
                ChangeView.of(story),
                String.join(", ", story.course().kept()),
                String.join(", ", story.course().removed()),
                LineView.of(story),
                story.omitted());
    }

    @CheckForNull
    private static Share share(Story story) {
        if (story.course().steps().isEmpty()) {
            return null;
        }
        Story.Change change = story.course().changes().get(0);
        int weight = story.moment().weight();
        return new Share(change.from(), 100 - weight, change.to(), weight);
    }
}
