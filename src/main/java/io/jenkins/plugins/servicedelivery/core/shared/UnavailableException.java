package io.jenkins.plugins.servicedelivery.core.shared;

/** The other side did not answer, or said that it cannot answer now: a later try may succeed. */
public final class UnavailableException extends DeliveryException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String tried, String because, String remedy) {
        super(tried, because, remedy);
    }

    public UnavailableException(String tried, String because, String remedy, Throwable cause) {
        super(tried, because, remedy, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
