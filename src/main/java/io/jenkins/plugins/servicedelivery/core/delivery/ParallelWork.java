package io.jenkins.plugins.servicedelivery.core.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs independent tasks on a bounded number of threads that live as long as the call. */
final class ParallelWork {
    private final int threads;

    ParallelWork(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        this.threads = threads;
    }

    /** A piece of work that may wait. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws InterruptedException;
    }

    /**
     * The results in the order of the tasks. The first failure interrupts the other tasks and is thrown once all of
     * them have ended; so does an interruption of the caller.
     */
    <T> List<T> run(List<Task<T>> tasks) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, tasks.size())));
        try {
            return collect(new ExecutorCompletionService<>(pool), tasks);
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    private static <T> List<T> collect(CompletionService<T> running, List<Task<T>> tasks) throws InterruptedException {
        Map<Future<T>, Integer> places = new HashMap<>();
        List<T> results = new ArrayList<>();
        for (Task<T> task : tasks) {
            places.put(running.submit(task::run), results.size());
            results.add(null);
        }
        for (int i = 0; i < tasks.size(); i++) {
            Future<T> done = running.take();
            results.set(places.get(done), resultOf(done));
        }
        return results;
    }

    private static <T> T resultOf(Future<T> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) cause;
        }
    }

    /** Nothing of the tasks may go on behind the caller's back, so an interruption is kept for afterwards. */
    private static void awaitEnd(ExecutorService pool) {
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
