package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import io.jenkins.plugins.servicedelivery.jenkins.views.Status.Tone;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the judge said last.
 *
 * @param counts the numbers of the candidate and of the stable version; none where there were none
 */
public record VerdictView(Status status, String at, String text, List<Row> counts) {
    /** The requests of one version in the window that was judged. */
    public record Row(String who, String version, long total, long errors, String rate) {}

    static VerdictView of(Story.Verdict verdict, Story story) {
        Story.Change change = story.course().changes().get(0);
        return new VerdictView(
                status(verdict.ruling()),
                Times.print(verdict.at()),
                verdict.text(),
                Stream.concat(
                                verdict
                                        .candidate()
                                        .map(count -> row(Messages.VerdictView_candidate(), change.to(), count))
                                        .stream(),
                                verdict
                                        .stable()
                                        .map(count -> row(Messages.VerdictView_stable(), change.from(), count))
                                        .stream())
                        .toList());
    }

    private static Row row(String who, String version, Story.Count count) {
        return new Row(who, version, count.total(), count.errors(), count.rate());
    }

    private static Status status(String ruling) {
        return switch (ruling) {
            case "pass" -> Status.of(Tone.SUCCESS, "checkmark-circle-outline", Messages.VerdictView_pass());
            case "fail" -> Status.of(Tone.ERROR, "close-circle-outline", Messages.VerdictView_fail());
            case "inconclusive" -> Status.of(Tone.WARNING, "alert-circle-outline", Messages.VerdictView_inconclusive());
            default -> Status.of(Tone.GOING_ON, "time-outline", Messages.VerdictView_undecided());
        };
    }
}
