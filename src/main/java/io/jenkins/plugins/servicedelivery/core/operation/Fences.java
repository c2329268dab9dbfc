package io.jenkins.plugins.servicedelivery.core.operation;

import io.jenkins.plugins.servicedelivery.core.shared.Fence;
import java.util.SortedMap;

/** The rights to write that an operation holds, one for each of its claims. */
public record Fences(SortedMap<String, Fence> byClaim) {
    /** The fence of a claim that the operation named; asking for another is a mistake in the operation. */
    public Fence of(String claim) {
        Fence fence = byClaim.get(claim);
        if (fence == null) {
            throw new IllegalArgumentException("the operation does not hold the claim " + claim);
        }
        return fence;
    }
}
