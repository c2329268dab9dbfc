package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.delivery.Errand;
import io.jenkins.plugins.servicedelivery.core.operation.Progress;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.RecordKey;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.jenkins.records.Drive;
import io.jenkins.plugins.servicedelivery.jenkins.records.Drives;
import io.jenkins.plugins.servicedelivery.jenkins.records.OperationRef;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import io.jenkins.plugins.servicedelivery.jenkins.support.CallTrace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Carries a verb out on a cluster: finds what it is about, drives whatever has to come first, then the operation of the
 * verb. All that has to be remembered is where the record of that one is. An abort asks the operation to go back and
 * drives it until it is settled.
 */
final class ClusterCourse<R> implements Course {
    private final ClusterVerb<R> verb;
    private final Run<?, ?> run;
    private final PrintStream out;
    private final ConsoleLines console;
    private final StepSite site;

    @CheckForNull
    private Errand<R> errand;

    @CheckForNull
    private Grounds grounds;

    /** An operation of somebody else that has to come to its end before the errand can go on. */
    @CheckForNull
    private Drive first;

    @CheckForNull
    private Drive own;

    @CheckForNull
    private String abortedBy;

    private boolean toldToGoBack;

    ClusterCourse(ClusterVerb<R> verb, StepSite site, @CheckForNull OperationRef known) throws InterruptedException {
        this.verb = verb;
        this.site = site;
        this.run = site.run();
        this.out = site.listener().getLogger();
        this.console = new ConsoleLines(out, site.voice(), verb.subject());
        if (known != null) {
            own = drive(known);
            own.take();
            console.say("going on with " + known);
        }
    }

    @Override
    public Stage next() throws InterruptedException {
        return CallTrace.during(verb.trace() ? call -> out.println("    " + call) : null, this::step);
    }

    @Override
    public void abort(String by) {
        abortedBy = by;
    }

    @Override
    public void close() {
        close(first);
        close(own);
    }

    private Stage step() throws InterruptedException {
        if (own != null) {
            return driveOwn(own);
        }
        if (first != null) {
            return driveFirst(first);
        }
        return abortedBy == null ? begin() : new Stage.Failed("nothing was begun");
    }

    private Stage begin() throws InterruptedException {
        Grounds found = grounds;
        if (errand == null || found == null) {
            found = new GroundsFinder(site, verb.target()).find();
            console.say(verb.subject() + " of " + found.line().name() + " in "
                    + found.environment().name() + " on the "
                    + found.cluster().title() + "; the catalog is that of " + found.origin());
            DurableStepExecution.warnOfDurability(site, site.listener());
            errand = verb.errand(found, startedBy(), console);
            grounds = found;
        }
        Errand.Next<R> next = errand.begin();
        if (next instanceof Errand.Next.Nothing<R> nothing) {
            return verb.end(found.cluster(), nothing.outcome(), console);
        }
        if (next instanceof Errand.Next.First<R> earlier) {
            first = drive(new OperationRef(found.cluster().name(), earlier.key()));
            console.say("first " + earlier.key() + " has to come to its end");
            return new Stage.Later(Duration.ZERO);
        }
        return own(new OperationRef(found.cluster().name(), ((Errand.Next.Own<R>) next).key()));
    }

    /** Two builds that ask for the same must not both seem to have done it. */
    private Stage own(OperationRef ref) {
        Drive drive = drive(ref);
        if (!drive.take()) {
            if (!verb.joinsWhatIsDriven()) {
                throw new RefusedException(
                        "Starting " + ref.key(),
                        Drives.get().driverOf(ref).orElse("another build") + " is at it already",
                        "Wait until that has ended, or abort it.");
            }
            Drives.get().wake(ref);
        }
        own = drive;
        errand = null; // a whole catalog need not be held while the operation takes its time
        grounds = null;
        return new Stage.Remember(ref);
    }

    private Stage driveFirst(Drive earlier) {
        if (abortedBy != null && !earlier.isDriving()) {
            return new Stage.Failed("nothing was begun"); // whoever drives it was not asked to stop
        }
        obeyAbort(earlier);
        Drive.Step step = earlier.tick();
        if (step instanceof Drive.Step.Settled) {
            earlier.close();
            first = null;
            return new Stage.Later(Duration.ZERO);
        }
        if (step instanceof Drive.Step.Paused) {
            throw new RefusedException(
                    "Starting " + verb.subject(),
                    earlier.ref().key() + " is " + step.record().state().phrase(),
                    "Resume it or roll it back first.");
        }
        return new Stage.Later(((Drive.Step.Wait) step).length());
    }

    private Stage driveOwn(Drive drive) {
        obeyAbort(drive);
        Drive.Step step = drive.tick();
        if (step instanceof Drive.Step.Settled) {
            drive.close();
            ClusterHandle cluster = Clusters.get().cluster(drive.ref().cluster());
            return verb.end(cluster, verb.outcome(cluster, step.record()), console);
        }
        if (step instanceof Drive.Step.Paused paused) {
            return new Stage.Pausing(paused.length());
        }
        return new Stage.Later(((Drive.Step.Wait) step).length());
    }

    /** As long as the cluster does not answer, what is driven has not been told: it must not be driven forward then. */
    private void obeyAbort(Drive drive) {
        String by = abortedBy;
        if (by != null && !toldToGoBack) {
            ClusterHandle cluster = Clusters.get().cluster(drive.ref().cluster());
            toldToGoBack = goBack(cluster.control(), drive.ref().key(), by);
        }
    }

    /**
     * What cannot be turned back any more is driven to its end: that is its safe state.
     *
     * @return whether it has been told; else somebody else has just taken it further
     */
    private boolean goBack(ClusterControl control, RecordKey key, String by) {
        Optional<? extends Record<?, ?>> record = control.ports().records().read(key);
        if (record.isEmpty()
                || record.get().state().isTerminal()
                || record.get().state().isGoingBack()) {
            return true;
        }
        if (!control.signals().isAccepted(record.get(), Signal.Kind.ROLLBACK)) {
            console.say("it cannot be turned back any more and is brought to its end: "
                    + record.get().state().phrase());
            return true;
        }
        try {
            control.signals().ask(key, Signal.Kind.ROLLBACK, "", by);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private Drive drive(OperationRef ref) {
        return new Drive(ref, new Drive.Audience() {
            @Override
            public String name() {
                return startedBy();
            }

            @Override
            public Optional<Run<?, ?>> run() {
                return Optional.of(run);
            }

            @Override
            public void onProgress(Progress<?, ?> progress) {
                console.onProgress(progress);
            }

            @Override
            public void wake(Duration wait) {
                site.voice().wake(wait);
            }
        });
    }

    private String startedBy() {
        return run.getParent().getFullName() + " #" + run.getNumber();
    }

    private static void close(@CheckForNull Drive drive) {
        if (drive != null) {
            drive.close();
        }
    }
}
