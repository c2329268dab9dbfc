package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;

/**
 * What a step was asked to do: its arguments as plain values, which are kept with the running build. The work itself is
 * a {@link Course}, which is made anew after a restart.
 */
interface Verb extends Serializable {
    /**
     * The work, from its beginning or from where it was. Called on a thread of the pool; may block.
     *
     * @param known what an earlier course remembered; null where there was none or it remembered nothing
     */
    Course course(StepSite site, @CheckForNull Serializable known) throws InterruptedException;
}
