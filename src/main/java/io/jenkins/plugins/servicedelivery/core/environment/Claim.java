package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import java.time.Duration;
import java.time.Instant;

/**
 * Which operation may write now: held by one holder for a short term, renewed while it works, fenced by a number that
 * rises at every takeover. (A claim is for machines and seconds; a lease is for people and days.)
 *
 * @param holder who has it; empty when it was released
 * @param purpose the record key of the operation, for people who are refused
 * @param renewed when the holder last renewed it, by the holder's own clock: shown, never compared
 * @param version what the store gave it; empty before it is first written
 */
public record Claim(
        String name, String holder, String purpose, long number, Duration term, Instant renewed, String version) {
    /** The right to write that this claim gives. */
    public Fence fence() {
        return new Fence(name, number);
    }

    /** Whether nobody has it. */
    public boolean isFree() {
        return holder.isEmpty();
    }

    /** The same claim as the store has it under this version. */
    public Claim stored(String asVersion) {
        return new Claim(name, holder, purpose, number, term, renewed, asVersion);
    }
}
