package io.jenkins.plugins.servicedelivery.core.release;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseStrategy.Step;
import io.jenkins.plugins.servicedelivery.core.release.Verdict.Ruling;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Requests of one release drawn by chance and put before a judge at every look of every step, extended holds included.
 *
 * @param perInterval how many requests arrive at the service between two looks
 */
record JudgeSimulation(ReleaseStrategy strategy, double stableRate, double candidateRate, int perInterval) {
    /** What a look makes of the counts since its window began; the real one is {@link Judge}. */
    interface Looking {
        Ruling look(int step, Look look);
    }

    /** How many of so many releases the real judge rolls back. */
    long rolledBack(int releases, long seed) {
        return rolledBack(releases, seed, judge());
    }

    long rolledBack(int releases, long seed, Looking looking) {
        return IntStream.range(0, releases)
                .parallel()
                .filter(i -> isRolledBack(new SplittableRandom(seed * 1_000_003 + i), looking))
                .count();
    }

    Looking judge() {
        Judge judge = new Judge(strategy);
        return (step, look) -> judge.judge(step, look).ruling();
    }

    boolean isRolledBack(SplittableRandom chance, Looking looking) {
        int looks = 0;
        for (int step = 0; step < strategy.steps().size(); step++) {
            Counts counts = new Counts();
            Ruling ruling = Ruling.UNDECIDED;
            for (int beat = 1; ruling == Ruling.UNDECIDED; beat++) {
                counts.arrive(chance, strategy.steps().get(step));
                Duration elapsed = strategy.judge().interval().multipliedBy(beat);
                ruling = looking.look(step, new Look(++looks, elapsed, counts.ofCandidate(), counts.ofStable(), ""));
            }
            if (ruling != Ruling.PASS) {
                return ruling == Ruling.FAIL;
            }
        }
        return false;
    }

    private final class Counts {
        private long candidate;
        private long candidateErrors;
        private long stable;
        private long stableErrors;

        private void arrive(SplittableRandom chance, Step step) {
            long toCandidate = draw(chance, perInterval, step.weight().percent() / 100.0);
            candidate += toCandidate;
            stable += perInterval - toCandidate;
            candidateErrors += draw(chance, toCandidate, candidateRate);
            stableErrors += draw(chance, perInterval - toCandidate, stableRate);
        }

        private Optional<RequestCounts> ofCandidate() {
            return Optional.of(new RequestCounts(candidate, candidateErrors));
        }

        private Optional<RequestCounts> ofStable() {
            return Optional.of(new RequestCounts(stable, stableErrors));
        }
    }

    /** An exact binomial draw: the gaps between successes are geometric. */
    static long draw(SplittableRandom chance, long trials, double probability) {
        if (probability <= 0) {
            return 0;
        }
        double logOfFailure = Math.log1p(-probability);
        long successes = 0;
        double at = Math.floor(Math.log(1 - chance.nextDouble()) / logOfFailure);
        while (at < trials) {
            successes++;
            at += 1 + Math.floor(Math.log(1 - chance.nextDouble()) / logOfFailure);
        }
        return successes;
    }
}
