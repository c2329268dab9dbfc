package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Position;
import java.util.Optional;

/** Where on its steps a release is, as far as its state says so. */
final class Positions {
    private static final int ALL = 100;

    private Positions() {}

    /** The place; empty before the first step, after the last one and on the way back. */
    static Optional<Position> of(ReleaseState state) {
        if (state instanceof ReleaseState.Shifting shifting) {
            return Optional.of(shifting.at());
        }
        if (state instanceof ReleaseState.Holding holding) {
            return Optional.of(holding.at());
        }
        if (state instanceof ReleaseState.Paused paused) {
            return Optional.of(paused.at());
        }
        return state instanceof ReleaseState.Promoting promoting ? Optional.of(promoting.at()) : Optional.empty();
    }

    /** The candidate's share of the requests in per cent, as the release wants it. */
    static int weight(ReleaseState state) {
        if (state instanceof ReleaseState.Promoting) {
            return ALL;
        }
        return of(state).map(at -> at.weight().percent()).orElse(isPromoted(state) ? ALL : 0);
    }

    /** Whether all requests go to the candidate. */
    static boolean isPromoted(ReleaseState state) {
        return state instanceof ReleaseState.Selecting
                || state instanceof ReleaseState.Keeping
                || state instanceof ReleaseState.Retiring
                || state instanceof ReleaseState.Removing
                || state instanceof ReleaseState.Completed;
    }
}
