package io.jenkins.plugins.servicedelivery.core.shared;

/** The product refuses what was asked: another operation holds the claim, a protected name, a missing feature. */
public final class RefusedException extends DeliveryException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String tried, String because, String remedy) {
        super(tried, because, remedy);
    }

    public RefusedException(String tried, String because, String remedy, Throwable cause) {
        super(tried, because, remedy, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
