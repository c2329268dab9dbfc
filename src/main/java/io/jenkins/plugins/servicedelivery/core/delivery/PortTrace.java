package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStore;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.release.MetricSource;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells every call to the ports of a cluster: what was asked and what came of it. */
public final class PortTrace {
    private static final int MOST_CHARACTERS = 200;

    private final Consumer<Supplier<String>> listener;

    /** @param listener gets one line for each call, in the thread that called, and need not ask for its text */
    public PortTrace(Consumer<Supplier<String>> listener) {
        this.listener = listener;
    }

    /** The same ports, traced. Rendering is pure and waiting is no call to the outside: both are left alone. */
    public ClusterPorts traced(ClusterPorts ports) {
        return new ClusterPorts(
                traced(Cluster.class, ports.cluster()),
                ports.renderer(),
                traced(Router.class, ports.router()),
                traced(LeaseStore.class, ports.leases()),
                traced(RecordStore.class, ports.records()),
                traced(ConfigStore.class, ports.configs()),
                traced(MetricSource.class, ports.metrics()),
                ports.time());
    }

    private <P> P traced(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(port, real, method, arguments)));
    }

    private Object call(Class<?> port, Object real, Method method, Object[] arguments) throws Throwable {
        try {
            Object answer = method.invoke(real, arguments);
            listener.accept(() -> asked(port, method, arguments)
                    + (method.getReturnType() == void.class ? "" : " = " + brief(answer)));
            return answer;
        } catch (InvocationTargetException e) {
            listener.accept(() -> asked(port, method, arguments) + " threw " + brief(e.getCause()));
            throw e.getCause();
        }
    }

    private static String asked(Class<?> port, Method method, Object[] arguments) {
        return port.getSimpleName() + "." + method.getName() + "(" + brief(arguments) + ")";
    }

    private static String brief(Object[] arguments) {
        return arguments == null
                ? ""
                : Arrays.stream(arguments).map(PortTrace::brief).collect(Collectors.joining(", "));
    }

    private static String brief(Object value) {
        String text = Quoted.printable(String.valueOf(value).replace('\n', ' '));
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    }
}
