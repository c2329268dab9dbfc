package io.jenkins.plugins.servicedelivery.jenkins.views;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.jenkins.records.Drives;
import io.jenkins.plugins.servicedelivery.jenkins.records.OperationRef;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story;

/**
 * What the reader may ask of an operation now. To go on gives the candidate more requests, so whoever may build may do
 * that; to stop or to go back takes what is needed to cancel a build.
 *
 * @param unattended it could go on, but nobody is there to take it further
 */
public record Controls(boolean pause, boolean resume, boolean rollback, boolean unattended) {
    static Controls of(Run<?, ?> run, OperationRef ref, Story.Moment moment) {
        boolean mayCancel = run.getParent().hasPermission(Item.CANCEL);
        boolean mayBuild = run.getParent().hasPermission(Item.BUILD);
        boolean resumable = mayBuild && accepts(moment, Signal.Kind.RESUME);
        boolean driven = !resumable || Drives.get().driverOf(ref).isPresent();
        return new Controls(
                mayCancel && accepts(moment, Signal.Kind.PAUSE),
                resumable && driven,
                mayCancel && moment.accepts().contains(Signal.Kind.ROLLBACK),
                resumable && !driven);
    }

    /** Whether there is anything at all. */
    public boolean any() {
        return pause || resume || rollback;
    }

    /** What was asked last is still to be done; only to go back may be asked on top of that. */
    private static boolean accepts(Story.Moment moment, Signal.Kind kind) {
        return moment.asked().isEmpty() && moment.accepts().contains(kind);
    }
}
