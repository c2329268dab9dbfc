package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.Set;

/** Methods and annotations that take a configuration key or the name of a variable. */
final class KeyParameters {
    private static final Set<String> METHODS = Set.of("getenv", "getProperty", "getRequiredProperty");
    private static final Set<String> OF_ENVIRONMENT = Set.of("get", "getOrDefault", "containsKey");

    private KeyParameters() {}

    /** Whether a key or variable is surely what the text is taken for. */
    static boolean take(Usage usage) {
        return HttpAnnotations.takesKey(usage) || readVariable(usage);
    }

    /** Whether the value of a variable or property is read. */
    static boolean readVariable(Usage usage) {
        return usage.innermost().filter(KeyParameters::reads).isPresent();
    }

    private static boolean reads(Usage.Argument argument) {
        Callee callee = argument.callee();
        return argument.position() == 0
                && (METHODS.contains(callee.name())
                        || (OF_ENVIRONMENT.contains(callee.name())
                                && callee.receiver().equals("System")));
    }
}
