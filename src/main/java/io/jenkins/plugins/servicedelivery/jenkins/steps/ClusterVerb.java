package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.delivery.Errand;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.jenkins.records.OperationRef;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import java.io.Serial;
import java.io.Serializable;

/**
 * A verb that works on a cluster, by driving an operation whose record is there.
 *
 * @param <R> what becomes of its errand
 */
abstract class ClusterVerb<R> implements Verb {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Target target;
    private final boolean trace;

    ClusterVerb(Target target, boolean trace) {
        this.target = target;
        this.trace = trace;
    }

    @Override
    public final Course course(StepSite site, @CheckForNull Serializable known) throws InterruptedException {
        return new ClusterCourse<>(this, site, (OperationRef) known);
    }

    final Target target() {
        return target;
    }

    /** Whether every call to the cluster is printed. */
    final boolean trace() {
        return trace;
    }

    /** What the operation is about, in a word or two. */
    abstract String subject();

    /** Whether it is about an operation that another build may be driving; else that one is in its way. */
    boolean joinsWhatIsDriven() {
        return false;
    }

    /** The work from its beginning; shows the plan before anything is touched. */
    abstract Errand<R> errand(Grounds grounds, String startedBy, ConsoleLines console);

    /** What became of the operation, told from its settled record. */
    abstract R outcome(ClusterHandle cluster, Record<?, ?> settled);

    /** How the step ends when this has become of it. */
    abstract Course.Stage.End end(ClusterHandle cluster, R outcome, ConsoleLines console);
}
