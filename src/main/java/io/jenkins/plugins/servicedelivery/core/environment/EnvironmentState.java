package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.operation.State;
import java.time.Instant;

/** How far an environment is on its way to what its plan says, or back to what it was before. */
public sealed interface EnvironmentState extends State {
    /** When this state was entered; every limit counts from here. */
    Instant since();

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
        return this instanceof Returning || this instanceof Withdrawing;
    }

    /** The way forward that can still be turned back, because every version that was replaced is still there. */
    sealed interface Reversible extends EnvironmentState {
        /** In how many waves requests may have been moved already. */
        int switchedWaves();
    }

    /** The namespace is made and the configuration is published. */
    record Preparing(Instant since) implements Reversible {
        @Override
        public int switchedWaves() {
            return 0;
        }

        @Override
        public String phrase() {
            return "preparing the namespace";
        }
    }

    /** The versions of a wave come up; nobody sends them requests yet. Waves count from 0. */
    record Starting(int wave, Instant since) implements Reversible {
        @Override
        public int switchedWaves() {
            return wave;
        }

        @Override
        public String phrase() {
            return "starting wave " + (wave + 1);
        }
    }

    /** The requests of a wave's services move to their new versions. */
    record Switching(int wave, Instant since) implements Reversible {
        @Override
        public int switchedWaves() {
            return wave + 1;
        }

        @Override
        public String phrase() {
            return "moving the requests of wave " + (wave + 1);
        }
    }

    /** The replaced versions get no new requests and finish those they have. */
    record Draining(int waves, Instant since) implements Reversible {
        @Override
        public int switchedWaves() {
            return waves;
        }

        @Override
        public String phrase() {
            return "draining the replaced versions";
        }
    }

    /** The routes let go of the replaced versions. */
    record Unlinking(int waves, Instant since) implements Reversible {
        @Override
        public int switchedWaves() {
            return waves;
        }

        @Override
        public String phrase() {
            return "taking the replaced versions out of the routes";
        }
    }

    /** The replaced versions go. From here on there is nothing to go back to. */
    record Removing(Instant since) implements EnvironmentState {
        @Override
        public String phrase() {
            return "removing the replaced versions";
        }
    }

    /** Services that are no longer wanted lose their routes, and finish the requests they have. */
    record Retiring(Instant since) implements EnvironmentState {
        @Override
        public String phrase() {
            return "retiring services that are no longer wanted";
        }
    }

    /** Services that are no longer wanted go. */
    record Pruning(Instant since) implements EnvironmentState {
        @Override
        public String phrase() {
            return "removing services that are no longer wanted";
        }
    }

    /**
     * The environment is as its plan says.
     *
     * @param remark what could not be removed in time; usually empty
     */
    record Ready(String remark, Instant since) implements EnvironmentState {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public String phrase() {
            return remark.isEmpty() ? "ready" : "ready, but " + remark;
        }
    }

    /**
     * Something failed, or somebody asked to go back: the requests of the switched waves return to the versions that were
     * there before, and what the new versions have is finished.
     */
    record Returning(int switchedWaves, String reason, Instant since) implements EnvironmentState {
        @Override
        public String phrase() {
            return "moving requests back";
        }
    }

    /** What this operation created goes, and what it changed in place is put back. */
    record Withdrawing(int switchedWaves, String reason, Instant since) implements EnvironmentState {
        @Override
        public String phrase() {
            return "withdrawing what was created";
        }
    }

    /**
     * The environment is as it was before.
     *
     * @param reason why it is not as its plan says
     * @param remark what is not as it was before; usually empty
     */
    record Failed(String reason, String remark, Instant since) implements EnvironmentState {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public String phrase() {
            return remark.isEmpty() ? "failed and withdrawn" : "failed; " + remark;
        }
    }
}
