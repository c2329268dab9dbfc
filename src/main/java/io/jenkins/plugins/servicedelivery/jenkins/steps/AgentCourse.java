package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.jenkins.agent.Underway;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The course of a step that works where the sources are: begins once there is an agent, looks at the work from time to
 * time, and remembers nothing. After a restart of the controller it is begun again from its inputs.
 *
 * @param <T> what the work comes to
 */
abstract class AgentCourse<T> implements Course {
    private static final Logger LOGGER = Logger.getLogger(AgentCourse.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** After a restart of the controller an agent comes back in its own time. */
    private static final Duration AGENT_PATIENCE = Duration.ofMinutes(5);

    /** How long an agent has for confirming that all has stopped; killing politely takes some seconds. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final StepSite site;
    private final MachineTime time = new MachineTime();
    private final Duration begun = time.elapsed();
    private Duration pause = SHORTEST_PAUSE;

    @CheckForNull
    private Underway<T> work;

    @CheckForNull
    private Duration stoppedAt;

    AgentCourse(StepSite site) {
        this.site = site;
    }

    /** Begins the work. */
    abstract Underway<T> begin(FilePath workspace, String agent) throws InterruptedException;

    /** The work was done. */
    abstract Stage.End end(T value) throws InterruptedException;

    /** What is tried, in words for failures. */
    abstract String tried();

    @Override
    public final Stage next() throws InterruptedException {
        if (stoppedAt != null) {
            return stopping(stoppedAt);
        }
        try {
            return work == null ? beginning() : looking(work);
        } catch (DeliveryException e) {
            throw last(e);
        }
    }

    @Override
    public final void abort(String by) {
        stoppedAt = time.elapsed();
        if (work != null) {
            work.cancel();
        }
    }

    @Override
    public final void close() {
        if (work != null) {
            work.close();
        }
    }

    final StepSite site() {
        return site;
    }

    private Stage beginning() throws InterruptedException {
        Optional<FilePath> workspace = workspace();
        if (workspace.isPresent()) {
            work = begin(workspace.get(), agent());
            return new Stage.Later(SHORTEST_PAUSE);
        }
        if (time.elapsed().minus(begun).compareTo(AGENT_PATIENCE) < 0) {
            return new Stage.Later(LONGEST_PAUSE);
        }
        throw new FailedException(
                tried(),
                "the agent has not come back for " + AGENT_PATIENCE.toMinutes() + " minutes",
                "Run the build again, or put the node block into retry(count: 2, conditions: [agent()]), which does so by"
                        + " itself.",
                new ClosedChannelException());
    }

    /** Empty also while Jenkins has not got the agent back after a restart. */
    private Optional<FilePath> workspace() throws InterruptedException {
        try {
            return site.workspace();
        } catch (DeliveryException e) {
            LOGGER.log(Level.FINE, "there is no workspace yet", e);
            return Optional.empty();
        }
    }

    private String agent() throws InterruptedException {
        return site.computer()
                .map(computer ->
                        computer.getName().isEmpty() ? "the built-in node" : "the agent \"" + computer.getName() + "\"")
                .orElse("an agent");
    }

    private Stage looking(Underway<T> underway) throws InterruptedException {
        Optional<T> value = underway.look();
        if (value.isPresent()) {
            return end(value.get());
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        return new Stage.Later(pause);
    }

    private Stage stopping(Duration since) {
        boolean over =
                work == null || work.isOver() || time.elapsed().minus(since).compareTo(STOP_PATIENCE) > 0;
        return over ? new Stage.Failed(tried() + " was stopped.") : new Stage.Later(SHORTEST_PAUSE.multipliedBy(2));
    }

    /** Every adapter has tried again by itself for as long as that made sense, so nobody needs to do so here. */
    private static DeliveryException last(DeliveryException failure) {
        return failure.isRetryable()
                ? new FailedException(failure.tried(), failure.because(), failure.remedy(), failure)
                : failure;
    }
}
