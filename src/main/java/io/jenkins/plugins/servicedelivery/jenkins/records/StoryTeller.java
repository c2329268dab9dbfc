package io.jenkins.plugins.servicedelivery.jenkins.records;

import io.jenkins.plugins.servicedelivery.core.operation.Evidence;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.operation.Signal;
import io.jenkins.plugins.servicedelivery.core.release.ReleasePlan;
import io.jenkins.plugins.servicedelivery.core.release.RouteCounts;
import io.jenkins.plugins.servicedelivery.core.release.Window;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.ClusterHandle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the story of an operation from its record and its evidence. */
final class StoryTeller {
    /** The most lines that are kept, and the most characters of each. */
    static final int MOST_LINES = 200;

    static final int LONGEST_LINE = 600;

    private final ClusterHandle cluster;
    private final Record<?, ?> record;

    StoryTeller(ClusterHandle cluster, Record<?, ?> record) {
        this.cluster = cluster;
        this.record = record;
    }

    /** The story as it is now; what only the story before this one knew is kept. */
    Story tell(Optional<Story> before) {
        List<Evidence> evidence = cluster.control().ports().records().evidence(record.key());
        int omitted = Math.max(0, evidence.size() - MOST_LINES);
        return new Story(
                Story.SCHEMA,
                head(),
                StoryCourse.of(record.plan()),
                StoryMoment.of(record, accepts(), before.map(Story::moment)),
                JudgeWords.last(evidence),
                served().or(() -> before.flatMap(Story::served)),
                evidence.stream().skip(omitted).map(StoryTeller::line).toList(),
                omitted);
    }

    private Story.Head head() {
        return new Story.Head(
                cluster.name(),
                cluster.simulated(),
                record.key().value(),
                record.kind(),
                IndexNews.line(record.plan()).orElse(""),
                StoryCourse.environment(record.plan()),
                record.startedBy(),
                record.created());
    }

    private Set<Signal.Kind> accepts() {
        EnumSet<Signal.Kind> accepted = EnumSet.noneOf(Signal.Kind.class);
        Arrays.stream(Signal.Kind.values())
                .filter(kind -> kind != Signal.Kind.SUPERSEDE)
                .filter(kind -> cluster.control().signals().isAccepted(record, kind))
                .forEach(accepted::add);
        return accepted;
    }

    private Optional<Story.Served> served() {
        if (!(record.plan() instanceof ReleasePlan plan) || !record.state().isSettled()) {
            return Optional.empty();
        }
        Window span =
                new Window(record.created(), cluster.control().ports().time().now());
        try {
            Optional<RouteCounts> counts = cluster.control().ports().metrics().served(plan.route(), span);
            return counts.map(all -> new Story.Served(all.total(), all.errors(), all.lost()));
        } catch (DeliveryException e) {
            return Optional.empty(); // the story is told without the numbers
        }
    }

    private static Story.Line line(Evidence evidence) {
        return new Story.Line(evidence.at(), evidence.kind(), Texts.shortened(evidence.text(), LONGEST_LINE));
    }
}
