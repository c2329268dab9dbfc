package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Clusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the index anew from the records of all clusters: each record, in the order in which they began, is news once more. */
final class IndexRebuild {
    private final DeliveryIndex index;

    IndexRebuild(DeliveryIndex index) {
        this.index = index;
    }

    Rebuilt run() {
        List<String> failures = new ArrayList<>();
        for (String name : Clusters.get().names()) {
            try {
                ClusterHandle cluster = Clusters.get().cluster(name);
                index.replace(name, lines(cluster));
            } catch (DeliveryException e) {
                failures.add(name + ": " + e.getMessage());
            }
        }
        index.keepOnly(Clusters.get().names());
        int entries =
                index.lines().stream().mapToInt(line -> line.entries().size()).sum();
        return new Rebuilt(entries, failures);
    }

    private static List<IndexedLine> lines(ClusterHandle cluster) {
        List<Record<?, ?>> records = cluster.control().ports().records().list().stream()
                .<Record<?, ?>>map(record -> record)
                .sorted(Comparator.comparing((Record<?, ?> record) -> record.created()))
                .toList();
        Map<String, RunningVersion> versions = versions(records);
        Map<String, IndexedLine> lines = new TreeMap<>();
        for (Record<?, ?> record : records) {
            IndexNews.line(record.plan()).ifPresent(line -> {
                IndexNews news = new IndexNews(
                        record,
                        Optional.empty(),
                        verdict(cluster, record),
                        name -> versions.getOrDefault(name, RunningVersion.named(name)));
                lines.compute(
                        line,
                        (name, before) -> news.after(
                                before == null
                                        ? IndexedLine.empty(cluster.name(), name, cluster.simulated())
                                        : before));
            });
        }
        return List.copyOf(lines.values());
    }

    private static Optional<String> verdict(ClusterHandle cluster, Record<?, ?> record) {
        if (!(record.plan() instanceof ReleasePlan)) {
            return Optional.empty();
        }
        List<Evidence> story = cluster.control().ports().records().evidence(record.key());
        return JudgeWords.last(story).map(Story.Verdict::text);
    }

    private static Map<String, RunningVersion> versions(List<Record<?, ?>> records) {
        Map<String, RunningVersion> known = new HashMap<>();
        for (Record<?, ?> record : records) {
            if (record.plan() instanceof EnvironmentPlan plan) {
                plan.changes()
                        .map(change -> RunningVersion.of(change.target().version()))
                        .forEach(version -> known.put(version.name(), version));
            } else if (record.plan() instanceof ReleasePlan plan) {
                known.put(plan.stable().name(), RunningVersion.of(plan.stable()));
                known.put(
                        plan.candidate().name(),
                        RunningVersion.of(plan.candidate().version()));
            }
        }
        return known;
    }
}
