package io.jenkins.plugins.servicedelivery.core.shared;

/** Another holder has taken the claim over: this one must not write any more. */
public final class FencedException extends DeliveryException {
    private static final long serialVersionUID = 1L;

    public FencedException(String tried, String because, String remedy) {
        super(tried, because, remedy);
    }

    public FencedException(String tried, String because, String remedy, Throwable cause) {
        super(tried, because, remedy, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
