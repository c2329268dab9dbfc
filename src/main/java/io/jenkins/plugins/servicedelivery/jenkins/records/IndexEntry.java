package io.jenkins.plugins.servicedelivery.jenkins.records;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What runs of one service in one environment. At most {@link #LARGEST} bytes as JSON, which texts are cut for.
 *
 * @param running the version that requests go to, or did when the environment began to change
 * @param candidate the version that is to take its place, while an operation is on its way to that
 * @param verdict the last one of the judge, in words; empty where there was none
 * @param build the one that changed it last; empty where it was none
 */
public record IndexEntry(
        String environment,
        String service,
        RunningVersion running,
        State state,
        Optional<Candidate> candidate,
        String verdict,
        Optional<BuildRef> build)
        implements Comparable<IndexEntry> {
    /** The most bytes that an entry has. */
    public static final int LARGEST = 1024;

    private static final Comparator<IndexEntry> ORDER =
            Comparator.comparing(IndexEntry::service).thenComparing(IndexEntry::environment);

    /** What is needed around a text: its key, quotes and a comma. */
    private static final int AROUND = 20;

    public IndexEntry {
        verdict = verdict == null ? "" : verdict;
    }

    /**
     * How far the operation is that changed it last.
     *
     * @param code the kind of operation and the name of its state, for example {@code release.Holding}
     * @param phrase the same in words
     * @param updated by the clock of the cluster
     */
    public record State(String code, String phrase, Instant updated) {
        private static final int LONGEST_PHRASE = 120;

        public State {
            phrase = phrase == null ? "" : Texts.shortened(phrase, LONGEST_PHRASE);
        }
    }

    /**
     * A version that is to take the place of the one that runs.
     *
     * @param weight its share of the requests in per cent
     */
    public record Candidate(String version, int weight) {}

    /** An entry of which nothing is known but where it belongs. */
    static IndexEntry of(String environment, String service) {
        return new IndexEntry(
                environment,
                service,
                RunningVersion.NONE,
                new State("", "", Instant.EPOCH),
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** Whether nothing is missing that every entry has. */
    boolean isWhole() {
        return environment != null && service != null && running != null && state != null && state.updated() != null;
    }

    /** The same with another version that requests go to, which nothing is to take the place of. */
    IndexEntry running(RunningVersion now) {
        return new IndexEntry(environment, service, now, state, Optional.empty(), verdict, build);
    }

    /** The same with a candidate. */
    IndexEntry candidate(String version, int weight) {
        return new IndexEntry(
                environment, service, running, state, Optional.of(new Candidate(version, weight)), verdict, build);
    }

    /** The same in another state. */
    IndexEntry in(State now) {
        return new IndexEntry(environment, service, running, now, candidate, verdict, build);
    }

    /** The same, judged so. */
    IndexEntry judged(String now) {
        return new IndexEntry(environment, service, running, state, candidate, now, build);
    }

    /** The same, changed by this build. */
    IndexEntry by(Optional<BuildRef> now) {
        return new IndexEntry(environment, service, running, state, candidate, verdict, now);
    }

    /** The same, no larger than allowed, if texts can make it so. */
    IndexEntry fitted() {
        if (size() <= LARGEST) {
            return this;
        }
        int room = LARGEST - judged("").size() - AROUND;
        String shorter = verdict;
        while (!shorter.isEmpty() && JsonFile.bytes(shorter).length > room) {
            shorter = shorter.length() == 1 ? "" : Texts.shortened(shorter, shorter.length() * 9 / 10);
        }
        return shorter.isEmpty() && room < 0
                ? judged("").in(new State(state.code(), "", state.updated()))
                : judged(shorter);
    }

    private int size() {
        return JsonFile.bytes(this).length;
    }

    @Override
    public int compareTo(IndexEntry other) {
        return ORDER.compare(this, other);
    }
}
