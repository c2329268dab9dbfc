package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStore;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.release.MetricSource;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults that strike calls of ports by their number, so that a test can walk every point at which something may break:
 *
 * <pre>{@code
 * Faults counting = Faults.none();
 * deliver(counting.on(ports()));                      // how many calls are there?
 * for (int call = 1; call <= counting.calls(); call++) {
 *     Faults faults = Faults.at(call, Faults.Kind.CRASH_AFTER);
 *     ClusterPorts ports = ports();
 *     assertThatThrownBy(() -> deliver(faults.on(ports))).isInstanceOf(CrashError.class);
 *     deliver(ports);                                 // a new process goes on from the records
 * }
 * }</pre>
 *
 * Counted are the calls of every port but the renderer and the time, which reach nothing that could break. After a crash
 * every further call crashes too, before its effect: a dead process does nothing more. Safe for use by several threads.
 */
public final class Faults {
    /** What happens at the chosen calls. */
    public enum Kind {
        /** The call has no effect and says that the other side is unavailable. */
        UNAVAILABLE_BEFORE,
        /** The call has its effect, but its answer is lost. */
        UNAVAILABLE_AFTER,
        /** The process is killed before the call has its effect. */
        CRASH_BEFORE,
        /** The process is killed after the call has had its effect. */
        CRASH_AFTER
    }

    private final int first;
    private final int last;
    private final Kind kind;
    private final List<String> journal = new ArrayList<>();
    private boolean crashed;

    private Faults(int first, int last, Kind kind) {
        this.first = first;
        this.last = last;
        this.kind = kind;
    }

    /** Nothing breaks; calls are only counted. */
    public static Faults none() {
        return new Faults(0, 0, Kind.UNAVAILABLE_BEFORE);
    }

    /** Strikes the call of this number, counted from 1. */
    public static Faults at(int call, Kind kind) {
        return new Faults(call, call, kind);
    }

    /** Strikes this many calls in a row, beginning with the one of this number. */
    public static Faults from(int call, int count, Kind kind) {
        return new Faults(call, call + count - 1, kind);
    }

    /** The same ports with these faults. */
    public ClusterPorts on(ClusterPorts ports) {
        return new ClusterPorts(
                faulty(Cluster.class, ports.cluster()),
                ports.renderer(),
                faulty(Router.class, ports.router()),
                faulty(LeaseStore.class, ports.leases()),
                faulty(RecordStore.class, ports.records()),
                faulty(ConfigStore.class, ports.configs()),
                faulty(MetricSource.class, ports.metrics()),
                ports.time());
    }

    /** How many calls there were, those of a dead process not counted. */
    public synchronized int calls() {
        return journal.size();
    }

    /** The calls in their order, each as {@code Router.write}. */
    public synchronized List<String> journal() {
        return List.copyOf(journal);
    }

    private <T> T faulty(Class<T> port, T real) {
        Object proxy = Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? method.invoke(real, arguments)
                        : call(port.getSimpleName() + "." + method.getName(), method, real, arguments));
        return port.cast(proxy);
    }

    private Object call(String name, Method method, Object real, Object[] arguments) throws Throwable {
        boolean struck = strikes(name);
        if (struck && kind == Kind.UNAVAILABLE_BEFORE) {
            throw unavailable(name);
        }
        if (struck && kind == Kind.CRASH_BEFORE) {
            throw crash(name);
        }
        Object result = invoke(method, real, arguments);
        if (struck && kind == Kind.UNAVAILABLE_AFTER) {
            throw unavailable(name);
        }
        if (struck) {
            throw crash(name);
        }
        return result;
    }

    private synchronized boolean strikes(String name) {
        if (crashed) {
            throw new CrashError(name + ", after the process was dead");
        }
        journal.add(name);
        return journal.size() >= first && journal.size() <= last;
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static UnavailableException unavailable(String name) {
        return new UnavailableException("Calling " + name, "the connection was cut", "Try again.");
    }

    private synchronized CrashError crash(String name) {
        crashed = true;
        return new CrashError(name);
    }
}
