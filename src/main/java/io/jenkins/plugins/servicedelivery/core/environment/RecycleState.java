package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.operation.State;
import java.time.Instant;

/** How far the removal of an environment is. */
public sealed interface RecycleState extends State {
    /** When this state was entered. */
    Instant since();

    @Override
    default boolean isTerminal() {
        return false;
    }

    @Override
    default boolean isSettled() {
        return isTerminal();
    }

    /** The routes go first, so that no request is on its way to something that is being removed. */
    record Unrouting(Instant since) implements RecycleState {
        @Override
        public String phrase() {
            return "removing the routes";
        }
    }

    /** The namespace goes with everything in it. */
    record Deleting(Instant since) implements RecycleState {
        @Override
        public String phrase() {
            return "removing the namespace";
        }
    }

    /** Nothing is left. */
    record Recycled(Instant since) implements RecycleState {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public String phrase() {
            return "recycled";
        }
    }

    /** The namespace is not ours, or its removal was refused: nothing more is touched. */
    record Refused(String reason, Instant since) implements RecycleState {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public String phrase() {
            return "refused";
        }
    }
}
