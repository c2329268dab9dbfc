package io.jenkins.plugins.servicedelivery.core.operation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Decides whether the loop may write for an operation. Implemented by the environment's claims. */
public interface ClaimGuard {
    /**
     * Takes or renews all the claims, in order; empty (and none newly taken) where one cannot be had now.
     *
     * @throws io.jenkins.plugins.servicedelivery.core.shared.FencedException where one was lost to another holder
     */
    Optional<Fences> hold(List<String> claims, RecordKey purpose);

    /** Gives back those of the claims that are held for this purpose; the others are left alone. */
    void giveBack(List<String> claims, RecordKey purpose);

    /** Whether nobody has renewed any of the claims for its term and this grace beyond it. */
    boolean isAbandoned(List<String> claims, Duration grace);

    /** Why the claims cannot be had, naming who has them; thrown by whoever asked for the operation. */
    RuntimeException refusal(String tried, List<String> claims);
}
