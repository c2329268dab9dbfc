package io.jenkins.plugins.servicedelivery.adapter.simulated;

/**
 * Seeded chance without a state: the same seed, subject and number always give the same draw, however the clock was
 * turned to get there. (The mixing function of SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom
 * number generators", 2014.)
 */
final class Draws {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private final long origin;

    private Draws(long origin) {
        this.origin = origin;
    }

    /** The draws about one subject. */
    static Draws about(long seed, String subject) {
        long hash = seed;
        for (int i = 0; i < subject.length(); i++) {
            hash = mix(hash + GOLDEN_GAMMA + subject.charAt(i));
        }
        return new Draws(hash);
    }

    /** A number from 0 inclusive to 1 exclusive. */
    double unit(long number) {
        return (mix(origin + (number + 1) * GOLDEN_GAMMA) >>> 11) * UNIT;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
