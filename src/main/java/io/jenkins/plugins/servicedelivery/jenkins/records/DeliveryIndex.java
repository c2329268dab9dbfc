package io.jenkins.plugins.servicedelivery.jenkins.records;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import io.jenkins.plugins.servicedelivery.jenkins.support.TickPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What runs where, for the pages. It is kept in memory and, one file for each product line on a cluster, under
 * {@code JENKINS_HOME}; it never loads a build. The truth is in the clusters, and the index can be made again from them.
 */
@Extension
public final class DeliveryIndex {
    private final IndexFolder folder = new IndexFolder();
    private final Map<String, IndexShelf> shelves = new TreeMap<>();
    private boolean loaded;

    /** Made when it is asked for, because every page of every job asks; forgotten with every change. */
    @CheckForNull
    private volatile Map<String, List<IndexedLine>> byJob;

    /** The index of this controller. */
    public static DeliveryIndex get() {
        return JenkinsFacade.singleton(DeliveryIndex.class);
    }

    /** Everything that is known, sorted by product line, then by cluster. */
    public List<IndexedLine> lines() {
        return shelves().stream()
                .map(IndexShelf::line)
                .filter(line -> !line.entries().isEmpty())
                .sorted(Comparator.comparing(IndexedLine::line).thenComparing(IndexedLine::cluster))
                .toList();
    }

    /** What builds of this job changed last, sorted as {@link #lines}. */
    public List<IndexedLine> linesOf(String job) {
        Map<String, List<IndexedLine>> known = byJob;
        if (known == null) {
            known = byJob();
            byJob = known;
        }
        return known.getOrDefault(job, List.of());
    }

    /** Makes the index anew from the records of the clusters. What a cluster that does not answer has stays as it is. */
    public Rebuilt rebuild() {
        return new IndexRebuild(this).run();
    }

    /**
     * Takes note of where an operation is. It is written down before this returns.
     *
     * @param build the one that drives it; empty where none does
     * @param verdict that the judge has just given; empty where it has not
     */
    void note(ClusterHandle cluster, Record<?, ?> record, Optional<BuildRef> build, Optional<String> verdict) {
        IndexNews.line(record.plan())
                .ifPresent(line -> change(
                        shelf(cluster.name(), line, cluster.simulated()),
                        before -> new IndexNews(record, build, verdict, RunningVersion::named).after(before)));
    }

    /** Changes what is known of every line. */
    void changeAll(UnaryOperator<IndexedLine> change) {
        shelves().forEach(shelf -> change(shelf, change));
    }

    /** Replaces everything that is known of a cluster. */
    void replace(String cluster, List<IndexedLine> lines) {
        shelves().stream()
                .filter(shelf -> shelf.line().cluster().equals(cluster))
                .filter(shelf -> lines.stream()
                        .noneMatch(line -> line.line().equals(shelf.line().line())))
                .forEach(shelf -> change(shelf, line -> line.without(entry -> true)));
        lines.forEach(line -> change(shelf(cluster, line.line(), line.simulated()), line::unlessNewerIn));
    }

    /** Forgets the clusters that are not named. */
    void keepOnly(List<String> clusters) {
        changeAll(line -> clusters.contains(line.cluster()) ? line : line.without(entry -> true));
    }

    private void change(IndexShelf shelf, UnaryOperator<IndexedLine> change) {
        shelf.change(change);
        byJob = null;
    }

    private Map<String, List<IndexedLine>> byJob() {
        Map<String, List<IndexedLine>> found = new TreeMap<>();
        for (IndexedLine line : lines()) {
            Map<String, List<IndexEntry>> entries = line.entries().stream()
                    .filter(entry -> entry.build().isPresent())
                    .collect(Collectors.groupingBy(entry -> entry.build().get().job()));
            entries.forEach((job, theirs) ->
                    found.computeIfAbsent(job, fresh -> new ArrayList<>()).add(line.only(theirs)));
        }
        return found;
    }

    private synchronized List<IndexShelf> shelves() {
        load();
        return List.copyOf(shelves.values());
    }

    private synchronized IndexShelf shelf(String cluster, String line, boolean simulated) {
        load();
        return shelves.computeIfAbsent(
                IndexFolder.name(cluster, line),
                name -> new IndexShelf(folder.file(name), IndexedLine.empty(cluster, line, simulated)));
    }

    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        IndexFolder.Content content = folder.load();
        content.lines().forEach(line -> {
            String name = IndexFolder.name(line.cluster(), line.line());
            shelves.put(name, new IndexShelf(folder.file(name), line));
        });
        if (content.damaged()) {
            JenkinsFacade.singleton(TickPool.class).after(Duration.ZERO, this::rebuild);
        }
    }
}
