package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.cli.terminal.Console;
import io.jenkins.plugins.servicedelivery.core.delivery.BuildProgress;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.shared.Command;

/** Shows how the building of images goes. */
final class BuildLines implements BuildProgress {
    private final Console console;

    BuildLines(Console console) {
        this.console = console;
    }

    @Override
    public void commandStarts(BuildPlan plan, Command command) {
        console.glimpse(service(plan) + ": " + String.join(" ", command.words()));
    }

    @Override
    public void packagingStarts(BuildPlan plan) {
        console.glimpse(service(plan) + ": packaging");
    }

    @Override
    public void done(BuiltImage image) {
        console.message(image.service() + ": " + (image.reused() ? "unchanged" : "built"));
    }

    private static String service(BuildPlan plan) {
        return plan.request().service().name().value();
    }
}
