package io.jenkins.plugins.servicedelivery.core.shared;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * An operation that broke. Every message follows one grammar: {@code <what was tried> failed: <reason>. <what to do>.}
 * The subclass, not the text, says whether the same call may succeed later.
 */
public abstract class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String tried;
    private final String because;
    private final String remedy;

    protected DeliveryException(String tried, String because, String remedy, @CheckForNull Throwable cause) {
        super(tried + " failed: " + because + ". " + remedy, cause);
        this.tried = tried;
        this.because = because;
        this.remedy = remedy;
    }

    protected DeliveryException(String tried, String because, String remedy) {
        this(tried, because, remedy, null);
    }

    /** Whether repeating the same call, unchanged, may succeed. */
    public abstract boolean isRetryable();

    /** What was tried, for example {@code Pushing shop/orders}. */
    public String tried() {
        return tried;
    }

    /** Why it failed, without a final full stop. */
    public String because() {
        return because;
    }

    /** What the reader can do, a full sentence. */
    public String remedy() {
        return remedy;
    }
}
