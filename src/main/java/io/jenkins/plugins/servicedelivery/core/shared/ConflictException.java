package io.jenkins.plugins.servicedelivery.core.shared;

/** Somebody else changed the same thing meanwhile: read it again and decide anew. */
public final class ConflictException extends DeliveryException {
    private static final long serialVersionUID = 1L;

    public ConflictException(String tried, String because, String remedy) {
        super(tried, because, remedy);
    }

    public ConflictException(String tried, String because, String remedy, Throwable cause) {
        super(tried, because, remedy, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
