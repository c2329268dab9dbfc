package io.jenkins.plugins.servicedelivery.core.environment;

import io.jenkins.plugins.servicedelivery.core.config.ConfigRevision;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Pruned;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan.Wave;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Kind;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange.Reason;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that show a plan to a person: {@code +} is made, {@code ~} changes, {@code -} goes. */
public final class EnvironmentPlanText {
    private EnvironmentPlanText() {}

    /** The whole plan; one line that says so where nothing is to be done. */
    public static List<String> lines(EnvironmentPlan plan) {
        if (plan.changesNothing()) {
            return List.of("Nothing to do: " + where(plan) + " is as the catalog says.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Plan for " + where(plan) + ":");
        if (plan.createsNamespace()) {
            lines.add("  + namespace " + plan.namespace());
        }
        int number = 1;
        for (Wave wave : plan.waves()) {
            lines.add("  wave " + number++ + " of " + plan.waves().size());
            wave.changes().forEach(change -> lines.add("    " + line(change)));
        }
        plan.pruned().forEach(pruned -> lines.add("  - " + line(pruned)));
        if (!plan.kept().isEmpty()) {
            lines.add("  unchanged: " + plan.kept().values().stream().collect(Collectors.joining(", ")));
        }
        lines.add(sum(plan));
        return lines;
    }

    private static String where(EnvironmentPlan plan) {
        return plan.owner() + " in the namespace " + plan.namespace();
    }

    private static String line(ServiceChange change) {
        String target = change.target().name();
        return switch (change.kind()) {
            case CREATE ->
                "+ " + target + ", " + instances(change.replicas()) + " of "
                        + change.target().version().image().repository() + ", image "
                        + brief(change.target().version().image()) + ", configuration "
                        + brief(change.target().configuration());
            case REPLACE ->
                "~ " + target + " replaces " + change.before().orElseThrow().name() + ": " + differences(change);
            case SCALE ->
                "~ " + target + " has " + change.before().orElseThrow().wanted() + " instances and gets "
                        + change.replicas() + others(change);
            case MEND -> "~ " + target + " is mended: " + words(change.reasons());
        };
    }

    private static String line(Pruned pruned) {
        return pruned.service() + " is no longer wanted"
                + (pruned.versions().isEmpty() ? "" : ": " + String.join(", ", pruned.versions()));
    }

    private static String differences(ServiceChange change) {
        LiveVersion old = change.before().orElseThrow();
        Version target = change.target().version();
        return change.reasons().stream()
                .map(reason -> switch (reason) {
                    case IMAGE -> "image " + brief(old.image()) + " -> " + brief(target.image());
                    case CONFIGURATION ->
                        "configuration "
                                + old.configuration().brief() + " -> "
                                + target.configuration().brief();
                    case PORTS -> "ports " + portWords(old.ports()) + " -> " + portWords(target.ports());
                    default -> reason.words();
                })
                .collect(Collectors.joining(", "));
    }

    private static String others(ServiceChange change) {
        List<Reason> others = change.reasons().stream()
                .filter(reason -> reason != Reason.REPLICAS)
                .toList();
        return others.isEmpty() ? "" : "; " + words(others);
    }

    private static String words(List<Reason> reasons) {
        return reasons.stream().map(Reason::words).collect(Collectors.joining(", "));
    }

    private static String portWords(List<Port> ports) {
        return ports.stream().map(port -> port.name() + " " + port.number()).collect(Collectors.joining("+"));
    }

    private static String brief(ImageReference image) {
        return image.digest().map(Digest::brief).orElse(image.toString());
    }

    private static String brief(ConfigRevision configuration) {
        return configuration.id().brief();
    }

    private static String instances(int count) {
        return count == 1 ? "1 instance" : count + " instances";
    }

    private static String sum(EnvironmentPlan plan) {
        Stream<String> changes = Arrays.stream(Kind.values())
                .map(kind -> count(
                        plan.changes().filter(change -> change.kind() == kind).count(),
                        "to " + kind.name().toLowerCase(Locale.ROOT)));
        Stream<String> others = Stream.of(
                count(plan.pruned().size(), "to remove"), count(plan.kept().size(), "unchanged"));
        String counts =
                Stream.concat(changes, others).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        return counts.isEmpty() ? "An empty namespace." : counts + ".";
    }

    private static String count(long count, String what) {
        return count == 0 ? "" : count + " " + what;
    }
}
