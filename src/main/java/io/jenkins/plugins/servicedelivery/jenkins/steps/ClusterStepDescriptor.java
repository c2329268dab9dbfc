package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Describes a step that works on an environment of a cluster. It needs no {@code node}. */
public abstract class ClusterStepDescriptor extends StepDescriptor {
    @Override
    public final Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class, FlowNode.class);
    }

    /** One line for graphs: what in front, then where, for example {@code orders to production}. */
    static String words(Map<String, Object> arguments, String preposition, @CheckForNull String what) {
        Object environment = arguments.get("environment");
        String where = environment == null ? null : (what == null ? "" : preposition + " ") + environment;
        return Stream.of(what, where).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** The services that an argument with images names; null where it names none. */
    @CheckForNull
    static String servicesOf(@CheckForNull Object images) {
        if (images instanceof BuiltImages built) {
            return String.join(", ", built.asMap().keySet());
        }
        return images instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
                : null;
    }

    @CheckForNull
    static String text(Map<String, Object> arguments, String name) {
        Object value = arguments.get(name);
        return value == null || String.valueOf(value).isBlank() ? null : String.valueOf(value);
    }
}
