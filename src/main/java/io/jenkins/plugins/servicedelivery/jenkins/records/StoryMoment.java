package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.environment.RecycleState;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState;
import io.jenkins.plugins.servicedelivery.jenkins.records.Story.Moment;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far an operation is, as a story tells it. */
final class StoryMoment {
    private static final int NONE = -1;

    private StoryMoment() {}

    static Moment of(Record<?, ?> record, Set<Signal.Kind> accepts, Optional<Moment> before) {
        State state = record.state();
        int reachedBefore = before.map(Moment::reached).orElse(NONE);
        return new Moment(
                record.updated(),
                StateCode.of(record),
                Texts.shortened(state.phrase(), StoryTeller.LONGEST_LINE),
                Texts.shortened(reason(state), StoryTeller.LONGEST_LINE),
                Math.max(reachedBefore, reached(record)),
                state instanceof ReleaseState release ? Positions.weight(release) : 0,
                wave(state),
                state.dueAt(),
                state.isSettled(),
                state.isOpen(),
                state.isTerminal(),
                accepts,
                Texts.shortened(record.signal().map(StoryMoment::asked).orElse(""), StoryTeller.LONGEST_LINE));
    }

    private static String asked(Signal signal) {
        return signal.words(signal.kind().name().toLowerCase(Locale.ROOT) + " asked for");
    }

    private static int reached(Record<?, ?> record) {
        if (!(record.plan() instanceof ReleasePlan plan) || !(record.state() instanceof ReleaseState state)) {
            return NONE;
        }
        return Positions.isPromoted(state)
                ? plan.strategy().steps().size()
                : Positions.of(state)
                        .filter(at -> at.weight().percent() > 0)
                        .map(ReleaseState.Position::step)
                        .orElse(NONE);
    }

    private static int wave(State state) {
        if (state instanceof EnvironmentState.Starting starting) {
            return starting.wave();
        }
        return state instanceof EnvironmentState.Switching switching ? switching.wave() : NONE;
    }

    private static String reason(State state) {
        if (state instanceof ReleaseState release) {
            return reason(release);
        }
        if (state instanceof EnvironmentState environment) {
            return reason(environment);
        }
        return state instanceof RecycleState.Refused refused ? refused.reason() : "";
    }

    private static String reason(ReleaseState state) {
        if (state instanceof ReleaseState.Paused paused) {
            return paused.why();
        }
        if (state instanceof ReleaseState.RollingBack back) {
            return back.reason();
        }
        if (state instanceof ReleaseState.CleaningUp cleaning) {
            return cleaning.reason();
        }
        if (state instanceof ReleaseState.Discarding discarding) {
            return discarding.reason();
        }
        if (state instanceof ReleaseState.RolledBack back) {
            return back.reason();
        }
        return state instanceof ReleaseState.Completed completed ? completed.how() : "";
    }

    private static String reason(EnvironmentState state) {
        if (state instanceof EnvironmentState.Returning returning) {
            return returning.reason();
        }
        if (state instanceof EnvironmentState.Withdrawing withdrawing) {
            return withdrawing.reason();
        }
        if (state instanceof EnvironmentState.Failed failed) {
            return failed.remark().isEmpty() ? failed.reason() : failed.reason() + "; " + failed.remark();
        }
        return state instanceof EnvironmentState.Ready ready ? ready.remark() : "";
    }
}
