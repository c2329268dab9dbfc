package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.jenkins.support.Ticking;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.springframework.security.core.Authentication;

/**
 * The one execution of all steps that take time. It keeps the arguments of the step and what its {@link Course} told it to
 * remember, nothing else, so that it goes on after a restart of the controller; the truth is where the course works. It
 * holds no thread while it waits. Where the Pipeline ends under the step without asking it to stop, the course is told to
 * abort and goes on until everything is safe.
 */
public final class DurableStepExecution extends StepExecution {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOGGER = Logger.getLogger(DurableStepExecution.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration SAVING = Duration.ofMillis(50);
    private static final Duration LONGEST_SAVING = Duration.ofSeconds(10);

    private final Verb verb;

    @CheckForNull
    private volatile Serializable known;

    /** Why somebody wants the step to end; null as long as nobody does. */
    @CheckForNull
    private volatile Throwable interruption;

    @CheckForNull
    private transient StepFace face;

    @CheckForNull
    private transient Beat beat;

    DurableStepExecution(StepContext context, Verb verb) {
        super(context);
        this.verb = verb;
    }

    /** On the thread of the Pipeline, so nothing is asked of anybody here. */
    @Override
    public boolean start() {
        beat().wake();
        return false;
    }

    @Override
    public void onResume() {
        beat().wake();
    }

    /** May be called several times; the first reason counts. */
    @Override
    public void stop(Throwable cause) {
        if (interruption == null) {
            interruption = cause;
            getContext().saveState(); // after a kill, too, nobody is to take the way back for a judge's verdict
        }
        beat().wake();
    }

    @Override
    public String getStatus() {
        return face().phrase();
    }

    private synchronized StepFace face() {
        if (face == null) {
            face = new StepFace(getContext());
        }
        return face;
    }

    private synchronized Beat beat() {
        if (beat == null) {
            beat = new Beat();
        }
        return beat;
    }

    /** What the course says of itself while it goes on. */
    final class Voice {
        /** Makes the next piece of work come after this time, or earlier. */
        void wake(Duration wait) {
            beat().wake(wait);
        }

        /** Shows how far it is: as the step's name in graphs, and where somebody asks for the status of the build. */
        void label(String phrase) {
            face().label(phrase);
        }
    }

    /** The work on the pool. */
    private final class Beat extends Ticking {
        private final MachineTime time = new MachineTime();

        @CheckForNull
        private Course course;

        /** Who runs the build; known as soon as there is a course. */
        @CheckForNull
        private Authentication user;

        @CheckForNull
        private Duration troubleSince;

        @CheckForNull
        private Future<?> saving;

        private Duration savingSince = Duration.ZERO;
        private boolean toldToAbort;
        private boolean left;

        @Override
        protected Optional<Duration> tick() {
            try (ACLContext as = ACL.as2(user())) {
                return work();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(RETRY); // the pool is going down, and whoever comes after it goes on
            } catch (DeliveryException e) {
                return isWorthAnotherTry(e) ? Optional.of(RETRY) : broken(StepFailures.of(e), e);
            } catch (IOException | RuntimeException e) {
                return broken(e, e);
            } catch (Error e) {
                broken(e, e);
                throw e;
            }
        }

        private Authentication user() throws IOException, InterruptedException {
            if (!left && course != null && isLeft()) {
                left = true;
                interruption = interruption == null ? new FlowInterruptedException(Result.ABORTED, true) : interruption;
            }
            Authentication last = user;
            return left && last != null ? last : flow().getAuthentication2();
        }

        /** Whether the Pipeline has ended, or goes on without waiting for the step, as after it was terminated. */
        private boolean isLeft() throws InterruptedException {
            try {
                FlowNode node = getContext().get(FlowNode.class);
                return flow().isComplete() || node == null || !node.isActive();
            } catch (IOException e) {
                LOGGER.log(Level.FINE, "the Pipeline of a step is gone", e);
                return true;
            }
        }

        private Optional<Duration> work() throws IOException, InterruptedException {
            Course going = course;
            if (going == null) {
                if (interruption != null && known == null) {
                    return ended(); // nothing was begun, or the one that comes after this finds it
                }
                user = flow().getAuthentication2();
                going = verb.course(new StepSite(getContext(), new Voice()), known);
                course = going;
            }
            if (isSaving()) {
                return Optional.of(SAVING);
            }
            Throwable reason = interruption;
            if (reason != null && !toldToAbort) {
                toldToAbort = true;
                going.abort(reason(reason));
            }
            Course.Stage stage = going.next();
            troubleSince = null;
            return follow(stage);
        }

        private Optional<Duration> follow(Course.Stage stage) {
            face().pausing(stage instanceof Course.Stage.Pausing);
            if (stage instanceof Course.Stage.Later later) {
                return Optional.of(later.length());
            }
            if (stage instanceof Course.Stage.Pausing waiting) {
                return Optional.of(waiting.length());
            }
            if (stage instanceof Course.Stage.Remember remember) {
                return remembering(remember.known());
            }
            if (interruption != null) {
                return ended();
            }
            if (stage instanceof Course.Stage.Failed failed) {
                return broken(new AbortException(StepFailures.printable(failed.reason())), null);
            }
            if (stage instanceof Course.Stage.Unstable unstable) {
                face().unstable(StepFailures.printable(unstable.reason()));
                getContext().onSuccess(unstable.value());
            } else {
                getContext().onSuccess(((Course.Stage.Done) stage).value());
            }
            return close();
        }

        private Optional<Duration> remembering(Serializable what) {
            known = what;
            saving = getContext().saveState();
            savingSince = time.elapsed();
            return Optional.of(Duration.ZERO);
        }

        /** A Pipeline that is busy is not waited for without end: what is begun is found again without being remembered. */
        private boolean isSaving() {
            return saving != null
                    && !saving.isDone()
                    && time.elapsed().minus(savingSince).compareTo(LONGEST_SAVING) < 0;
        }

        private Optional<Duration> ended() {
            fail(interruption);
            return close();
        }

        private Optional<Duration> broken(Throwable shown, @CheckForNull Throwable cause) {
            if (cause != null) {
                LOGGER.log(Level.FINE, cause, () -> "a step failed: " + verb);
            }
            if (interruption == null) {
                fail(shown);
            } else {
                tellOfTrouble(shown);
                fail(interruption);
            }
            return close();
        }

        private void fail(Throwable reason) {
            if (!left) {
                getContext().onFailure(reason);
            }
        }

        private void tellOfTrouble(Throwable trouble) {
            try {
                new StepSite(getContext(), new Voice())
                        .listener()
                        .getLogger()
                        .println("  While it was being aborted: "
                                + StepFailures.printable(String.valueOf(trouble.getMessage())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (DeliveryException e) {
                LOGGER.log(Level.FINE, e, () -> "nobody could be told of " + trouble);
            }
        }

        private Optional<Duration> close() {
            Course over = course;
            course = null;
            if (over != null) {
                face().pausing(false);
                over.close();
            }
            return Optional.empty();
        }

        /** Before there is a course nobody else tries again: what cannot be reached now is asked again for a while. */
        private boolean isWorthAnotherTry(DeliveryException failure) {
            if (!failure.isRetryable()) {
                return false;
            }
            if (troubleSince == null) {
                troubleSince = time.elapsed();
            }
            LOGGER.log(Level.FINE, failure, () -> "trying again: " + verb);
            return time.elapsed().minus(troubleSince).compareTo(ClusterControl.PATIENCE) < 0;
        }

        private FlowExecution flow() throws IOException, InterruptedException {
            FlowExecution flow = getContext().get(FlowExecution.class);
            if (flow == null) {
                throw new IOException("the Pipeline has ended");
            }
            return flow;
        }
    }

    /** Who interrupted the step and why, as far as the interruption says so. */
    private static String reason(Throwable interruption) {
        if (interruption instanceof FlowInterruptedException flow) {
            for (CauseOfInterruption cause : flow.getCauses()) {
                return cause.getShortDescription();
            }
        }
        return "the step was interrupted";
    }

    /** Tells in the console, once, what a kill of the controller would mean for this build. */
    static void warnOfDurability(StepSite site, TaskListener listener) throws InterruptedException {
        if (!site.survivesAKill()) {
            listener.getLogger()
                    .println("This build does not survive a kill of the controller (its durability level is not"
                            + " MAX_SURVIVABILITY). What was begun is then brought back by the caretaker.");
        }
    }
}
