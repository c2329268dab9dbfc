package io.jenkins.plugins.servicedelivery.jenkins.support;

import hudson.Extension;
import hudson.init.Terminator;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.util.SystemProperties;
import jenkins.util.Timer;

/** The bounded pool on which everything of ours that takes a moment runs. Jenkins' timer only says when. */
@Extension
public final class TickPool {
    /** How many pieces of work are done at a time; {@code -D} with this class's name and {@code .threads} changes it. */
    private static final int THREADS =
            Math.max(1, SystemProperties.getInteger(TickPool.class.getName() + ".threads", 8));

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new NamingThreadFactory(new DaemonThreadFactory(), "Service Delivery"));

    /** Lets threads go while there is nothing to do. */
    public TickPool() {
        pool.allowCoreThreadTimeOut(true);
    }

    /** Runs this on the pool after a while, at once where that is nothing, unless it is cancelled before. */
    public Future<?> after(Duration wait, Runnable work) {
        return wait.isZero()
                ? pool.submit(work)
                : Timer.get().schedule(() -> pool.execute(work), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many threads there are now. */
    public int threads() {
        return pool.getPoolSize();
    }

    /** Begins nothing new when Jenkins ends; what is being done is done. */
    @Terminator
    public static void shutDown() {
        JenkinsFacade.singleton(TickPool.class).pool.shutdown();
    }
}
