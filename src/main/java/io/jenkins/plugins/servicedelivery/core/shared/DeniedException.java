package io.jenkins.plugins.servicedelivery.core.shared;

/** The other side refused the credential or the right; repeating changes nothing. */
public final class DeniedException extends DeliveryException {
    private static final long serialVersionUID = 1L;

    public DeniedException(String tried, String because, String remedy) {
        super(tried, because, remedy);
    }

    public DeniedException(String tried, String because, String remedy, Throwable cause) {
        super(tried, because, remedy, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
