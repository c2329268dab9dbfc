package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.Map;
import java.util.Set;

/** Methods and constructors that take the name of a host or of a registered service. */
final class HostParameters {
    private static final Set<String> FIRST_OF_METHOD =
            Set.of("host", "setHost", "forAddress", "createUnresolved", "getInstances", "choose", "getInstancesById");
    private static final Map<String, Integer> OF_CONSTRUCTOR =
            Map.of("HttpHost", 0, "InetSocketAddress", 0, "Socket", 0, "URL", 1, "URI", 1);

    private HostParameters() {}

    static boolean take(Usage usage) {
        return usage.innermost().filter(HostParameters::takes).isPresent();
    }

    private static boolean takes(Usage.Argument argument) {
        String name = argument.callee().name();
        return argument.callee().isNew()
                ? OF_CONSTRUCTOR.getOrDefault(name, -1) == argument.position()
                : FIRST_OF_METHOD.contains(name) && argument.position() == 0;
    }
}
