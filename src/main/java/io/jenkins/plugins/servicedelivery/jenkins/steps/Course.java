package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.time.Duration;

/**
 * The work of a step, done in short pieces on threads of the pool, never two at a time. What it throws ends the step;
 * an expected failure is a {@link io.jenkins.plugins.servicedelivery.core.shared.DeliveryException}.
 */
interface Course {
    /** The next piece of work. */
    Stage next() throws InterruptedException;

    /**
     * Somebody wants the step to end. The pieces that follow bring everything into a safe state; whatever they come to
     * then, the step ends as interrupted. Called once, between two pieces.
     *
     * @param by who, in words; empty where it is not known
     */
    void abort(String by);

    /** The step has ended; nothing is asked of the course any more. */
    void close();

    /** What came of a piece of work. */
    sealed interface Stage {
        /** There is more to do after this time. */
        record Later(Duration length) implements Stage {}

        /** As {@link Later}, and from now on a person is waited for. */
        record Pausing(Duration length) implements Stage {}

        /** The step must remember this, also over a restart, before anything more is done. */
        record Remember(Serializable known) implements Stage {}

        /** The step has come to its end. */
        sealed interface End extends Stage {}

        /** This is its value. */
        record Done(@CheckForNull Serializable value) implements End {}

        /** This is its value, which says that something is not well: the stage is marked unstable. */
        record Unstable(Serializable value, String reason) implements End {}

        /** What was asked for did not come about; everything is in a safe state. One line for people. */
        record Failed(String reason) implements End {}
    }
}
