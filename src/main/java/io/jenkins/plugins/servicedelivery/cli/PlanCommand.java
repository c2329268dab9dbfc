package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlan;
import io.jenkins.plugins.servicedelivery.core.environment.EnvironmentPlanText;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.SortedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
    private ImageChoice images;

    @Option(
            names = "--built",
            description = "Take the image built last for every service. Without it a service that runs keeps its image,"
                    + " and only one that does not run yet gets the image built last.")
    private boolean built;

    @Override
    Answer answer(Workshop workshop) {
        EnvironmentPlan plan = workshop.planEnvironment()
                .plan(workshop.catalog(), workshop.line().name(), environment, chosenImages(workshop));
        return Answer.done(EnvironmentPlanText.lines(plan), PlanData.of(plan));
    }

    private SortedMap<Name, ImageReference> chosenImages(Workshop workshop) {
        Environment chosen = workshop.catalog().environment(workshop.line().name(), environment);
        return images.of(workshop, chosen, built);
    }
}
