package io.jenkins.plugins.servicedelivery.core.shared;

/**
 * The right to write under a claim: the claim's name and the number it had when it was taken. The number rises with
 * every takeover; who keeps the state compares it and refuses an older one with {@link FencedException}. (Fencing token
 * as in M. Kleppmann, "How to do distributed locking", 2016.)
 */
public record Fence(String claim, long number) {}
