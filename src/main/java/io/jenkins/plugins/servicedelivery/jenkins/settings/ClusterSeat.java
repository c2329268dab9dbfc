package io.jenkins.plugins.servicedelivery.jenkins.settings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Items;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterControl;
import io.jenkins.plugins.servicedelivery.core.delivery.ClusterPorts;
import io.jenkins.plugins.servicedelivery.core.delivery.Operations;
import io.jenkins.plugins.servicedelivery.core.delivery.PortTrace;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import io.jenkins.plugins.servicedelivery.jenkins.support.CallTrace;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The place of one cluster, in which at most one connection to it is open. Whoever asks for an open cluster never waits;
 * who comes while it is being opened waits a little.
 */
final class ClusterSeat {
    private static final Logger LOGGER = Logger.getLogger(ClusterSeat.class.getName());

    /** Threads are few: one cluster that does not answer must not keep those of the others. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();

    @CheckForNull
    private volatile Open open;

    private volatile boolean ended;

    ClusterSeat(String name) {
        this.name = name;
    }

    /** A connection, and what the settings were when it was opened. */
    record Open(ClusterSettings settings, String content, ConnectedCluster connected, ClusterHandle handle) {}

    /**
     * The cluster as it is set. A connection that was opened for other settings is closed first.
     *
     * @throws UnavailableException where somebody else has been opening it for too long
     */
    Open open(ClusterSettings wanted) {
        Open known = open;
        if (known != null && known.settings() == wanted) {
            return known;
        }
        return locked(() -> openLocked(wanted));
    }

    /**
     * Closes the cluster unless it is set as it was when it was opened.
     *
     * @param wanted null where the settings have it no more
     * @return false where somebody is just opening or closing it
     */
    boolean closeUnless(@CheckForNull ClusterSettings wanted) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            Open known = open;
            if (known != null && (wanted == null || !known.content().equals(content(wanted)))) {
                closeLocked();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Closes the cluster for good; one that is just being opened is closed by whoever opens it. */
    void end() {
        ended = true;
        if (lock.tryLock()) {
            try {
                closeLocked();
            } finally {
                lock.unlock();
            }
        }
    }

    private Open openLocked(ClusterSettings wanted) {
        String content = content(wanted);
        Open known = open;
        Open opened;
        if (known != null && known.content().equals(content)) {
            opened = new Open(wanted, content, known.connected(), known.handle());
        } else {
            closeLocked();
            refuseEnded();
            opened = connect(wanted, content);
        }
        open = opened;
        if (ended) {
            closeLocked();
            refuseEnded();
        }
        return opened;
    }

    private void closeLocked() {
        Open known = open;
        open = null;
        if (known != null) {
            try {
                known.connected().close();
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> "Closing the cluster " + name + " failed");
            }
        }
    }

    private void refuseEnded() {
        if (ended) {
            throw new UnavailableException(tried(), "Jenkins is going down", "Try again when it is up.");
        }
    }

    private Open locked(Supplier<Open> work) {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnavailableException(
                        tried(), "it does not answer", "Look at the cluster, or try again later.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(tried(), "it was interrupted", "Try again.", e);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Open connect(ClusterSettings settings, String content) {
        ClusterConnection connection = settings.getConnection();
        if (connection == null) {
            throw new FailedException(tried(), "its kind is not installed", "Install the plugin that brings it.");
        }
        ConnectedCluster connected = connection.connect(name);
        ClusterPorts ports = new PortTrace(CallTrace::tell).traced(connected.ports());
        ClusterHandle handle = new ClusterHandle(
                name,
                connection.isSimulated(),
                connection.isOpenToAll(),
                new ClusterControl(ports, Operations.on(ports), JenkinsFacade.controllerName()));
        return new Open(settings, content, connected, handle);
    }

    private String tried() {
        return "Connecting to the cluster \"" + name + "\"";
    }

    private static String content(ClusterSettings settings) {
        return Items.XSTREAM2.toXML(settings);
    }
}
