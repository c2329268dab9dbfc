package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Holding;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Keeping;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Paused;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Preparing;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Promoting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Selecting;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Shifting;

/** What may be asked of a release, by the state it is in. */
final class ReleaseSignals {
    private ReleaseSignals() {}

    static boolean accepts(ReleaseState state, Signal.Kind signal) {
        return switch (signal) {
            case PAUSE -> isOnTheWay(state);
            case RESUME -> state instanceof Paused;
            case ROLLBACK ->
                isOnTheWay(state)
                        || state instanceof Paused
                        || state instanceof Promoting
                        || state instanceof Selecting
                        || state instanceof Keeping;
            case SUPERSEDE -> state instanceof Keeping;
        };
    }

    private static boolean isOnTheWay(ReleaseState state) {
        return state instanceof Preparing || state instanceof Shifting || state instanceof Holding;
    }
}
