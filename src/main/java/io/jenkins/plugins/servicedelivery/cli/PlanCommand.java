package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlanText;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code plan}. */
@Command(
        name = "plan",
        description = "Shows what deploying an environment would change, and touches nothing.",
        footer = {"  service-delivery plan production --catalog shop"})
final class PlanCommand extends Verb {
    @Parameters(paramLabel = "ENVIRONMENT", description = "The environment.")
    private Name environment;

    @Mixin
    private EnvironmentImageChoice images;

    @Override
    Answer answer(Workshop workshop) {
        EnvironmentPlan plan = workshop.planEnvironment()
                .plan(workshop.catalog(), workshop.line().name(), environment, images.of(workshop, environment));
        return Answer.done(EnvironmentPlanText.lines(plan), PlanData.of(plan));
    }
}
