package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import java.util.List;

/** What a release says about its service. */
record ReleaseNews(IndexNews news, ReleasePlan plan) {
    IndexedLine after(IndexedLine before) {
        IndexEntry known =
                before.entry(plan.owner().environment().value(), plan.service().value());
        ReleaseState state = (ReleaseState) news.record().state();
        if (isAfterPromotion(state)) {
            return isOutrun(known) ? before : before.with(List.of(judged(known).running(candidate())));
        }
        if (state instanceof ReleaseState.RolledBack) {
            return before.with(List.of(judged(known).running(stable())));
        }
        int weight = Positions.weight(state);
        return before.with(List.of(
                judged(known).running(stable()).candidate(plan.candidate().name(), weight)));
    }

    /** The verdict of an earlier release does not stay. */
    private IndexEntry judged(IndexEntry known) {
        boolean sameRelease = isOurCandidate(known) || isOursAlready(known);
        return news.mark(known).judged(news.verdict().orElse(sameRelease ? known.verdict() : ""));
    }

    /** The keep window of a release may end after the service was given yet another version. */
    private boolean isOutrun(IndexEntry known) {
        return !isOursAlready(known)
                && !isOurCandidate(known)
                && known.state().updated().isAfter(news.record().created());
    }

    private boolean isOursAlready(IndexEntry known) {
        return known.running().name().equals(candidate().name());
    }

    private boolean isOurCandidate(IndexEntry known) {
        return known.candidate()
                .filter(candidate -> candidate.version().equals(candidate().name()))
                .isPresent();
    }

    private static boolean isAfterPromotion(ReleaseState state) {
        return state instanceof ReleaseState.Keeping
                || state instanceof ReleaseState.Retiring
                || state instanceof ReleaseState.Removing
                || state instanceof ReleaseState.Completed;
    }

    private RunningVersion candidate() {
        return RunningVersion.of(plan.candidate().version());
    }

    private RunningVersion stable() {
        return RunningVersion.of(plan.stable());
    }
}
