package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Json;
import io.jenkins.plugins.servicedelivery.core.delivery.DeployEnvironment;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlanText;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentState;
import io.jenkins.plugins.servicedelivery.core.operation.Record;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code deploy}. */
@Command(
        name = "deploy",
        description = {
            "Brings an environment to what the catalog says, in the order of the dependencies. The plan is shown first.",
            "Ends with 1 where it did not come up; it is then as it was before."
        },
        footer = {
            "  service-delivery deploy test --catalog shop",
            "  service-delivery deploy production --catalog shop --json"
        })
final class DeployCommand extends Verb {
    @Parameters(paramLabel = "ENVIRONMENT", description = "The environment.")
    private Name environment;

    @Mixin
    private EnvironmentImageChoice images;

    @Override
    Answer answer(Workshop workshop) throws InterruptedException {
        DeployEnvironment.Order order = new DeployEnvironment.Order(
                workshop.catalog(),
                workshop.line().name(),
                environment,
                images.of(workshop, environment),
                workshop.user());
        DeployEnvironment.Outcome outcome = workshop.deployEnvironment()
                .deploy(
                        order,
                        plan -> EnvironmentPlanText.lines(plan).forEach(console()::message),
                        workshop.progress());
        List<String> lines = new ArrayList<>();
        lines.add(line(workshop, outcome));
        if (outcome.isReady()) {
            lines.addAll(order(outcome.plan()));
        }
        return new Answer(outcome.isReady() ? ExitCode.DONE : ExitCode.NO, lines, document(outcome));
    }

    private static List<String> order(EnvironmentPlan plan) {
        List<String> lines = new ArrayList<>();
        for (EnvironmentPlan.Wave wave : plan.waves()) {
            lines.add("  " + (lines.size() + 1) + ". "
                    + wave.changes().stream()
                            .map(change -> change.target().name())
                            .collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private String line(Workshop workshop, DeployEnvironment.Outcome outcome) {
        String where = outcome.plan().owner() + " on the " + workshop.clusterName();
        if (outcome.record().isEmpty()) {
            return where + " is as the catalog says; nothing was written.";
        }
        return where + ": " + phrase(outcome.record().get()) + ".";
    }

    private static String phrase(Record<?, ?> record) {
        return record.state() instanceof EnvironmentState.Failed failed
                ? failed.phrase() + ": " + failed.reason()
                : record.state().phrase();
    }

    private static Map<String, Object> document(DeployEnvironment.Outcome outcome) {
        return Json.object(
                "ready", outcome.isReady(),
                "plan", PlanData.of(outcome.plan()),
                "record", outcome.record().map(record -> record.key().value()).orElse(null),
                "state", outcome.record().map(DeployCommand::phrase).orElse("unchanged"),
                "simulated", true);
    }
}
