package io.jenkins.plugins.servicedelivery.jenkins.agent;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.remoting.Channel;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work on an agent, seen from the controller: begun once and looked at from time to time, so that no thread waits for it.
 *
 * @param <T> what it comes to
 */
public final class AgentWork<T extends Serializable> implements Underway<T> {
    private static final Logger LOGGER = Logger.getLogger(AgentWork.class.getName());

    private final Where where;
    private final VirtualChannel channel;
    private final GateKeeper gate;
    private final Future<AgentAnswer<T>> future;

    /**
     * Where the work is, in words for messages.
     *
     * @param tried what is tried there
     * @param agent what the agent is called
     */
    public record Where(String tried, String agent) {}

    private AgentWork(Where where, VirtualChannel channel, GateKeeper gate, Future<AgentAnswer<T>> future) {
        this.where = where;
        this.channel = channel;
        this.gate = gate;
        this.future = future;
    }

    static <T extends Serializable> AgentWork<T> begin(Where where, FilePath workspace, GateKeeper gate, Maker<T> maker)
            throws InterruptedException {
        VirtualChannel channel = workspace.getChannel();
        try {
            // exported apart from the call, or it would stay exported for as long as the agent is connected
            ControllerGate exported = channel.export(ControllerGate.class, gate);
            return new AgentWork<>(where, channel, gate, workspace.actAsync(maker.task(exported)));
        } catch (IOException e) {
            throw failure(where, e, channel);
        }
    }

    @Override
    public Optional<T> look() throws InterruptedException {
        if (!future.isDone()) {
            return Optional.empty();
        }
        AgentAnswer<T> answer = answer();
        AgentFailure failure = answer.failure();
        if (failure != null) {
            LOGGER.log(Level.FINE, () -> where.tried() + " failed on " + where.agent() + ":\n" + failure.details());
        }
        return Optional.of(answer.get());
    }

    @Override
    public void cancel() {
        future.cancel(true);
    }

    @Override
    public boolean isOver() {
        return gate.isConfirmed() || isLost(channel);
    }

    @Override
    public void close() {
        future.cancel(true);
        Computer.threadPoolForRemoting.execute(gate::close);
    }

    private AgentAnswer<T> answer() throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            throw new FailedException(where.tried(), "it was stopped", "Run the build again.", e);
        } catch (ExecutionException e) {
            throw failure(where, e.getCause() == null ? e : e.getCause(), channel);
        }
    }

    private static DeliveryException failure(Where where, Throwable thrown, VirtualChannel channel) {
        if (thrown instanceof RequestAbortedException || Channel.isClosedChannelException(thrown) || isLost(channel)) {
            return lost(where, thrown);
        }
        LOGGER.log(Level.FINE, thrown, () -> where.tried() + " failed on " + where.agent());
        return AgentFailure.ofMistake(where.tried() + " on " + where.agent(), thrown)
                .toException();
    }

    /** Not retryable as it is: the step has to be run in another {@code node} block, on an agent that is there. */
    private static DeliveryException lost(Where where, Throwable thrown) {
        ClosedChannelException closed = new ClosedChannelException();
        closed.addSuppressed(thrown);
        return new FailedException(
                where.tried() + " on " + where.agent(),
                "the connection to the agent was lost",
                "Run the build again, or put the node block into retry(count: 2, conditions: [agent()]), which does so by"
                        + " itself.",
                closed);
    }

    private static boolean isLost(VirtualChannel channel) {
        return channel instanceof Channel connection && connection.isClosingOrClosed();
    }

    /** Makes the task for a gate. */
    @FunctionalInterface
    interface Maker<T extends Serializable> {
        AgentTask<T> task(ControllerGate gate);
    }
}
