package io.jenkins.plugins.servicedelivery.jenkins.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import java.io.File;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.MasterToSlaveFileCallable;

/**
 * Work in a workspace, on the machine where that lies. It ends when it is done, when its thread is interrupted, and when
 * the connection to the controller is lost; in each case nothing that it has started goes on.
 */
public abstract class AgentTask<T extends Serializable> extends MasterToSlaveFileCallable<AgentAnswer<T>> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOGGER = Logger.getLogger(AgentTask.class.getName());

    private final String tried;
    private final Cookie cookie;

    /** On its way to an agent it is a proxy, which is serializable. */
    private final ControllerGate gate;

    /** @param tried what is tried, in words for failures */
    AgentTask(String tried, Cookie cookie, ControllerGate gate) {
        this.tried = tried;
        this.cookie = cookie;
        this.gate = gate;
    }

    /** Does the work; blocks until it is done. */
    protected abstract T work(Path workspace, Controller controller) throws InterruptedException;

    /** What tells the processes of this work from all others. */
    final Cookie cookie() {
        return cookie;
    }

    @Override
    public final AgentAnswer<T> invoke(File workspace, VirtualChannel channel) throws InterruptedException {
        try (ConnectionWatch watch = ConnectionWatch.of(cookie)) {
            return AgentAnswer.of(work(workspace.toPath(), new Controller(gate)));
        } catch (DeliveryException e) {
            return AgentAnswer.of(AgentFailure.of(e));
        } catch (RuntimeException e) {
            return AgentAnswer.of(AgentFailure.ofMistake(tried, e));
        } finally {
            cookie.endProcesses();
            confirm();
        }
    }

    /** An interruption is over here: what was to be interrupted has ended, and the controller waits for hearing it. */
    private void confirm() {
        Thread.interrupted();
        try {
            gate.ended();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "the controller could not be told of the end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
