package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.ServiceChange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The plan of an environment as a document. */
final class PlanData {
    private PlanData() {}

    static Map<String, Object> of(EnvironmentPlan plan) {
        Map<String, Object> kept = new TreeMap<>();
        plan.kept().forEach((service, version) -> kept.put(service.value(), version));
        return Json.object(
                "environment", plan.owner().toString(),
                "namespace", plan.namespace(),
                "changesNothing", plan.changesNothing(),
                "createsNamespace", plan.createsNamespace(),
                "waves",
                        plan.waves().stream()
                                .map(wave -> wave.changes().stream()
                                        .map(PlanData::of)
                                        .toList())
                                .toList(),
                "kept", kept,
                "pruned",
                        plan.pruned().stream()
                                .map(pruned -> pruned.service().value())
                                .toList());
    }

    private static Map<String, Object> of(ServiceChange change) {
        List<String> reasons =
                change.reasons().stream().map(ServiceChange.Reason::words).toList();
        return Json.object(
                "service", change.service().value(),
                "change", change.kind().name().toLowerCase(Locale.ROOT),
                "reasons", reasons,
                "version", change.target().name(),
                "image", change.target().version().image().toString(),
                "configuration", change.target().configuration().id().value(),
                "replicas", change.replicas(),
                "replaces", change.replaced().map(live -> live.name()).orElse(null));
    }
}
