package io.jenkins.plugins.servicedelivery.jenkins.support;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A piece of work that is done again and again, with no thread held in between. It never runs twice at the same time; who
 * wakes it while it runs makes it run once more.
 */
public abstract class Ticking {
    private static final Logger LOGGER = Logger.getLogger(Ticking.class.getName());

    private final TickPool pool;

    /** The next run, where one is planned; of several that are asked for the earliest is. */
    @CheckForNull
    private Appointment planned;

    /** How soon after the present run somebody wants another one. */
    @CheckForNull
    private Duration wanted;

    private boolean running;
    private boolean ended;

    protected Ticking() {
        this(JenkinsFacade.singleton(TickPool.class));
    }

    protected Ticking(TickPool pool) {
        this.pool = pool;
    }

    /**
     * Does the next piece of work, on a thread of the pool. What it throws is logged, and it was the last one.
     *
     * @return how long to wait for the next one, by the clock of this machine; empty where this was the last
     */
    protected abstract Optional<Duration> tick();

    /** Does the next piece as soon as a thread is free. Never blocks. */
    public final void wake() {
        wake(Duration.ZERO);
    }

    /** Does the next piece after this time, or earlier where that is planned. Never blocks. */
    public final synchronized void wake(Duration wait) {
        if (ended) {
            return;
        }
        if (running) {
            wanted = wanted == null || wait.compareTo(wanted) < 0 ? wait : wanted;
        } else if (planned == null || planned.isAfter(wait)) {
            plan(wait);
        }
    }

    /** Does nothing more; a piece that is being done is done. */
    public final synchronized void end() {
        ended = true;
        cancel();
    }

    private void run(Appointment appointment) {
        if (!begins(appointment)) {
            return;
        }
        Optional<Duration> next = Optional.empty();
        try {
            next = tick();
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, e, () -> getClass().getName() + " has failed and does nothing more");
        } finally {
            finished(next);
        }
    }

    /** One that was cancelled may come all the same, where it had left the timer and waited for a thread already. */
    private synchronized boolean begins(Appointment appointment) {
        if (planned != appointment) {
            return false;
        }
        planned = null;
        wanted = null;
        running = true;
        return true;
    }

    private synchronized void finished(Optional<Duration> next) {
        running = false;
        if (next.isEmpty()) {
            ended = true;
        } else if (!ended) {
            plan(wanted != null && wanted.compareTo(next.get()) < 0 ? wanted : next.get());
        }
    }

    private void plan(Duration wait) {
        cancel();
        try {
            planned = new Appointment(wait);
            planned.future = pool.after(wait, planned);
        } catch (RejectedExecutionException e) {
            ended = true; // Jenkins is going down; whoever comes after it goes on from the records
        }
    }

    private void cancel() {
        if (planned != null && planned.future != null) {
            planned.future.cancel(false);
        }
        planned = null;
    }

    /** One planned run. */
    private final class Appointment implements Runnable {
        private final long due;

        @CheckForNull
        private Future<?> future;

        private Appointment(Duration wait) {
            this.due = System.nanoTime() + wait.toNanos();
        }

        private boolean isAfter(Duration wait) {
            return System.nanoTime() + wait.toNanos() - due < 0;
        }

        @Override
        public void run() {
            Ticking.this.run(this);
        }
    }
}
