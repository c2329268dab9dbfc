package io.jenkins.plugins.servicedelivery.jenkins.records;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the page of a build shows of one operation. It is kept beside the build, so that the page needs neither
 * the cluster nor another build and can still be read when both are gone. It names configuration revisions, never values.
 *
 * @param verdict the last one of the judge
 * @param served what became of all requests since it began, counted when it was settled
 * @param lines the last lines of what happened, the oldest first
 * @param omitted how many lines there were before these
 */
public record Story(
        int schema,
        Head head,
        Course course,
        Moment moment,
        Optional<Verdict> verdict,
        Optional<Served> served,
        List<Line> lines,
        int omitted) {
    /** The layout of the file; a story of a higher one is not read. */
    static final int SCHEMA = 1;

    public Story {
        lines = listOf(lines);
    }

    /** Whether nothing is missing that every story has. */
    boolean isWhole() {
        return head != null && head.key() != null && head.kind() != null && course != null && moment != null;
    }

    /**
     * What never changes of it.
     *
     * @param key of its record on the cluster
     * @param kind {@code release}, {@code environment} or {@code recycle}
     * @param simulated nothing of the cluster is real
     */
    public record Head(
            String cluster,
            boolean simulated,
            String key,
            String kind,
            String line,
            String environment,
            String startedBy,
            Instant created) {}

    /**
     * What it is to do.
     *
     * @param changes in the order in which they are made
     * @param kept services that stay as they are
     * @param removed services that go
     * @param strategy of a release; empty elsewhere
     * @param steps of a release; empty elsewhere
     */
    public record Course(
            List<Change> changes, List<String> kept, List<String> removed, String strategy, List<Step> steps) {
        public Course {
            changes = listOf(changes);
            kept = listOf(kept);
            removed = listOf(removed);
            strategy = orEmpty(strategy);
            steps = listOf(steps);
        }
    }

    /**
     * What becomes of one service.
     *
     * @param wave counted from 0
     * @param from the version that it had; empty where it had none
     * @param image pinned by digest
     * @param configuration the id of the configuration revision
     */
    public record Change(int wave, String service, String from, String to, String image, String configuration) {
        public Change {
            from = orEmpty(from);
        }
    }

    /** One weight of the candidate. */
    public record Step(int weight, Duration hold, boolean manual) {}

    /**
     * How far it is.
     *
     * @param code the kind of operation and the name of its state, for example {@code release.Holding}
     * @param phrase the same in words
     * @param reason why it is so, where the state has one; else empty
     * @param reached the furthest step of a release that was begun, counted from 0; the number of steps means the
     *     promotion; -1 means none
     * @param weight the candidate's share of the requests in per cent
     * @param wave the one that a deployment is at, counted from 0; -1 where that says nothing
     * @param until when the keep window ends
     * @param settled whoever asked for it has an answer
     * @param open no other operation may begin on the same thing
     * @param terminal nothing will ever change again
     * @param accepts what may be asked of it now
     * @param asked what has been asked of it and is not yet obeyed, in words; empty where nothing is
     */
    public record Moment(
            Instant updated,
            String code,
            String phrase,
            String reason,
            int reached,
            int weight,
            int wave,
            Optional<Instant> until,
            boolean settled,
            boolean open,
            boolean terminal,
            Set<Signal.Kind> accepts,
            String asked) {
        public Moment {
            reason = orEmpty(reason);
            accepts = accepts == null ? Set.of() : Set.copyOf(accepts);
            asked = orEmpty(asked);
        }
    }

    /**
     * What the judge said.
     *
     * @param ruling {@code pass}, {@code fail}, {@code inconclusive} or {@code undecided}
     * @param candidate its numbers; empty where there were none
     * @param stable the numbers of the stable version in the same window; empty where there were none
     * @param text everything that it said
     */
    public record Verdict(Instant at, String ruling, Optional<Count> candidate, Optional<Count> stable, String text) {}

    /** How many requests were answered and how many of the answers were errors; the rate is in words. */
    public record Count(long errors, long total, String rate) {}

    /** What became of all requests. */
    public record Served(long total, long errors, long lost) {}

    /**
     * One thing that happened.
     *
     * @param kind {@code transition}, {@code enforced}, {@code signal} or {@code failure}
     */
    public record Line(Instant at, String kind, String text) {}

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> listOf(@CheckForNull List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
