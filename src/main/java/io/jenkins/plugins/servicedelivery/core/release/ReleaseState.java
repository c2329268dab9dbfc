package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.operation.State;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a gray release is. {@code docs/user/releases.md} draws the way from one to the next.
 */
public sealed interface ReleaseState extends State {
    @Override
    default boolean isTerminal() {
        return false;
    }

    @Override
    default boolean isSettled() {
        return isTerminal();
    }

    @Override
    default boolean isGoingBack() {
        return this instanceof RollingBack || this instanceof CleaningUp || this instanceof Discarding;
    }

    /**
     * Where on its steps a release is.
     *
     * @param step counted from 0; the number of steps means the promotion after the last one
     * @param weight the candidate's share there; none while the candidate is still being prepared
     * @param looks how many looks the judge has had in the whole release; never counted back
     */
    record Position(int step, Weight weight, int looks) {
        /** The same place after one more look. */
        public Position looked() {
            return new Position(step, weight, looks + 1);
        }
    }

    /** Why a release is paused. */
    enum PauseCause {
        /** Somebody asked for it. */
        PERSON,
        /** The step was passed, and the strategy wants a person to agree. */
        MANUAL_STEP,
        /** The candidate could not be judged. */
        INCONCLUSIVE,
        /** The route was written and did not come into effect in time. */
        NOT_IN_EFFECT,
        /** The stable version has no ready instance: nothing to compare with, nowhere to return to. */
        STABLE_LOST
    }

    /** The configuration is published and the candidate is starting; it gets no requests. */
    record Preparing(Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "preparing the candidate";
        }
    }

    /** The route was written for a step and is not yet in effect. */
    record Shifting(Position at, Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "moving the candidate to " + at.weight();
        }
    }

    /**
     * The step's weight is in effect and the candidate is judged.
     *
     * @param windowFrom since when requests are counted: after the warm-up, never before the route was in effect
     */
    record Holding(Position at, Instant windowFrom, Instant nextLook) implements ReleaseState {
        @Override
        public String phrase() {
            return "candidate at " + at.weight();
        }
    }

    /** The weight stays as it is and nobody judges until a person resumes or rolls back. */
    record Paused(Position at, PauseCause cause, String why, Instant since) implements ReleaseState {
        @Override
        public boolean isSettled() {
            return true;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public String phrase() {
            return "paused with the candidate at " + at.weight() + ": " + why;
        }
    }

    /** All requests are being moved to the candidate. */
    record Promoting(Position at, Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "promoting the candidate";
        }
    }

    /** All requests go to the candidate; the stable Service is made to select it, and the old version drains. */
    record Selecting(Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "recording the candidate as the stable version";
        }
    }

    /** Promoted. The old version stays for an instant rollback until the keep window ends. */
    record Keeping(Instant until) implements ReleaseState {
        @Override
        public boolean isSettled() {
            return true;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(until);
        }

        @Override
        public String phrase() {
            return "promoted, the old version is kept until " + until;
        }
    }

    /** Promoted for good. The route no longer names the old version, which drains. */
    record Retiring(Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "promoted, retiring the old version";
        }
    }

    /** The old version's objects are being removed. */
    record Removing(Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "promoted, removing the old version";
        }
    }

    /** Promoted, and the old version is gone. */
    record Completed(String how) implements ReleaseState {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public String phrase() {
            return "promoted";
        }
    }

    /**
     * All requests go back to the stable version, and the stable Service selects it.
     *
     * @param referenced the route still names the candidate, at weight 0, so that requests under way can end
     */
    record RollingBack(String reason, boolean referenced, Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "rolling back";
        }
    }

    /** All requests are back at stable. The route no longer names the candidate, which drains. */
    record CleaningUp(String reason, Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "rolled back, the candidate drains";
        }
    }

    /** The candidate's objects are being removed. */
    record Discarding(String reason, Instant since) implements ReleaseState {
        @Override
        public String phrase() {
            return "rolled back, removing the candidate";
        }
    }

    /** Everything is as it was before the release. */
    record RolledBack(String reason) implements ReleaseState {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public String phrase() {
            return "rolled back";
        }
    }
}
