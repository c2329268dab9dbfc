package io.jenkins.plugins.servicedelivery.jenkins.views;

import io.jenkins.plugins.servicedelivery.core.shared.Durations;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a release.
 *
 * @param weight the candidate's share in words
 * @param detail how long it is held, and whether a person is asked; empty for the promotion
 * @param status whether it is done, going on or still to come
 * @param current it is the one that the release is at
 */
public record StepView(String weight, String detail, Status status, boolean current) {
    private static final int ALL = 100;

    /** The steps of a release and its promotion; none for other operations. */
    static List<StepView> of(Story story) {
        List<Story.Step> steps = story.course().steps();
        if (steps.isEmpty()) {
            return List.of();
        }
        List<StepView> views = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            views.add(view(story, i, steps.get(i).weight(), detail(steps.get(i))));
        }
        views.add(view(story, steps.size(), ALL, ""));
        return views;
    }

    private static StepView view(Story story, int place, int weight, String detail) {
        Story.Moment moment = story.moment();
        boolean current = place == moment.reached() && moment.open() && !isOnTheWayBack(moment);
        return new StepView(Messages.StepView_weight(weight), detail, status(moment, place, current), current);
    }

    private static Status status(Story.Moment moment, int place, boolean current) {
        if (current) {
            return moment.code().equals("release.Paused")
                    ? Status.of(Status.Tone.WARNING, "pause-circle-outline", Messages.StepView_paused())
                    : Status.of(Status.Tone.GOING_ON, "play-circle-outline", Messages.StepView_current());
        }
        if (place == moment.reached() && isBack(moment)) {
            return Status.of(Status.Tone.ERROR, "arrow-undo-circle-outline", Messages.StepView_back());
        }
        return place <= moment.reached()
                ? Status.of(Status.Tone.SUCCESS, "checkmark-circle-outline", Messages.StepView_done())
                : Status.of(
                        Status.Tone.NEUTRAL,
                        "ellipse-outline",
                        isBack(moment) ? Messages.StepView_never() : Messages.StepView_toCome());
    }

    private static boolean isBack(Story.Moment moment) {
        return isOnTheWayBack(moment) || moment.code().equals("release.RolledBack");
    }

    private static boolean isOnTheWayBack(Story.Moment moment) {
        return moment.code().equals("release.RollingBack")
                || moment.code().equals("release.CleaningUp")
                || moment.code().equals("release.Discarding");
    }

    private static String detail(Story.Step step) {
        String hold = Durations.print(step.hold());
        return step.manual() ? Messages.StepView_manual(hold) : Messages.StepView_hold(hold);
    }
}
