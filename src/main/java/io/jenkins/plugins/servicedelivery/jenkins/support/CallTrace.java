package io.jenkins.plugins.servicedelivery.jenkins.support;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who hears of every call to a cluster that this thread makes: the console of a step that was asked to print them. */
public final class CallTrace {
    private static final ThreadLocal<Consumer<String>> LISTENER = new ThreadLocal<>();

    private CallTrace() {}

    /** Work that may be interrupted. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws InterruptedException;
    }

    /** Does this while the listener hears every call; null means that nobody wants to. */
    public static <T> T during(@CheckForNull Consumer<String> listener, Work<T> work) throws InterruptedException {
        LISTENER.set(listener);
        try {
            return work.run();
        } finally {
            LISTENER.remove();
        }
    }

    /** Tells whoever listens in this thread. */
    public static void tell(Supplier<String> call) {
        Consumer<String> listener = LISTENER.get();
        if (listener != null) {
            listener.accept(call.get());
        }
    }
}
