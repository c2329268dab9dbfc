package io.jenkins.plugins.servicedelivery.jenkins.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.Objects;

/** What came of work on an agent: a value or a failure, never both. */
public record AgentAnswer<T extends Serializable>(@CheckForNull T value, @CheckForNull AgentFailure failure)
        implements Serializable {
    static <T extends Serializable> AgentAnswer<T> of(T value) {
        return new AgentAnswer<>(value, null);
    }

    static <T extends Serializable> AgentAnswer<T> of(AgentFailure failure) {
        return new AgentAnswer<>(null, failure);
    }

    /**
     * The value.
     *
     * @throws io.jenkins.plugins.servicedelivery.core.shared.DeliveryException where it is a failure
     */
    T get() {
        if (failure != null) {
            throw failure.toException();
        }
        return Objects.requireNonNull(value, "an answer without a value");
    }
}
