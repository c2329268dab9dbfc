package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Where a step stands: its build, its console, and, inside a {@code node}, its workspace. */
final class StepSite {
    private final StepContext context;
    private final DurableStepExecution.Voice voice;

    StepSite(StepContext context, DurableStepExecution.Voice voice) {
        this.context = context;
        this.voice = voice;
    }

    /** What shows how far the step is, and wakes it. */
    DurableStepExecution.Voice voice() {
        return voice;
    }

    /** Whether the running build is saved so often that it goes on after a kill of the controller. */
    boolean survivesAKill() throws InterruptedException {
        return required(FlowExecution.class).getDurabilityHint().isPersistWithEveryStep();
    }

    /** The build. */
    Run<?, ?> run() throws InterruptedException {
        return required(Run.class);
    }

    /** The console of the step. */
    TaskListener listener() throws InterruptedException {
        return required(TaskListener.class);
    }

    /** The node of the flow graph. */
    FlowNode node() throws InterruptedException {
        return required(FlowNode.class);
    }

    /** The workspace; empty outside a {@code node}. */
    Optional<FilePath> workspace() throws InterruptedException {
        return Optional.ofNullable(get(FilePath.class));
    }

    /** What starts programs where the workspace is, decorated by the blocks around the step; empty outside a {@code node}. */
    Optional<Launcher> launcher() throws InterruptedException {
        return Optional.ofNullable(get(Launcher.class));
    }

    /** The agent; empty outside a {@code node}. */
    Optional<Computer> computer() throws InterruptedException {
        return Optional.ofNullable(get(Computer.class));
    }

    /** The variables that hold here. */
    EnvVars variables() throws InterruptedException {
        return required(EnvVars.class);
    }

    private <T> T required(Class<T> type) throws InterruptedException {
        T value = get(type);
        if (value == null) {
            throw new FailedException(
                    "Running a step", "Jenkins has no " + type.getSimpleName() + " for it", "Run it in a Pipeline.");
        }
        return value;
    }

    @CheckForNull
    private <T> T get(Class<T> type) throws InterruptedException {
        try {
            return context.get(type);
        } catch (IOException e) {
            throw new FailedException(
                    "Looking up the " + type.getSimpleName() + " of a step",
                    String.valueOf(e.getMessage()),
                    "Run the build again.",
                    e);
        }
    }
}
