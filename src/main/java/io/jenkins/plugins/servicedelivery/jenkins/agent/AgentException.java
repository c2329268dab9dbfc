package io.jenkins.plugins.servicedelivery.jenkins.agent;

import java.io.Serial;

/** Carries a failure through a call between machines, without a cause. */
public final class AgentException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final AgentFailure failure;

    public AgentException(AgentFailure failure) {
        super(failure.tried() + " failed: " + failure.because());
        this.failure = failure;
    }

    public AgentFailure failure() {
        return failure;
    }
}
