package io.jenkins.plugins.servicedelivery.core.shared;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** The operation cannot succeed as it was asked: wrong data, missing thing, full disk, failed command. */
public final class FailedException extends DeliveryException {
    private static final long serialVersionUID = 1L;

    public FailedException(String tried, String because, String remedy) {
        super(tried, because, remedy);
    }

    public FailedException(String tried, String because, String remedy, @CheckForNull Throwable cause) {
        super(tried, because, remedy, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
