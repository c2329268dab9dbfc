package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.remoting.Channel;
import hudson.util.ProcessTree;
import java.io.IOException;

/**
 * Ends the processes of a piece of work when the connection to the controller is lost: nobody would ever hear what comes
 * of it, and the same work may be begun again here. Its threads are interrupted by Jenkins, but may take their time.
 */
final class ConnectionWatch extends Channel.Listener implements AutoCloseable {
    @CheckForNull
    private final Channel connection;

    private final Thread ending;
    private boolean over;

    private ConnectionWatch(@CheckForNull Channel connection, Cookie cookie) {
        this.connection = connection;
        this.ending = new Thread(cookie::endProcesses, "ending processes of " + cookie);
        this.ending.setDaemon(true);
    }

    /** Watches from now on; where the work is in the controller itself there is no connection to lose. */
    static ConnectionWatch of(Cookie cookie) {
        ConnectionWatch watch = new ConnectionWatch(Channel.current(), cookie);
        if (watch.connection != null) {
            loadAll(ProcessTree.class);
            cookie.endProcesses();
            watch.connection.addListener(watch);
        }
        return watch;
    }

    @Override
    public synchronized void onClosed(Channel channel, IOException cause) {
        if (!over) {
            over = true;
            ending.start();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            over = true;
        }
        if (connection != null) {
            connection.removeListener(this);
        }
    }

    /** On an agent classes come over the connection, so after its loss no class can be had that is not there. */
    private static void loadAll(Class<?> type) {
        for (Class<?> inner : type.getDeclaredClasses()) {
            loadAll(inner);
        }
    }
}
