package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.delivery.BuildProgress;
import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.shared.Command;
import io.jenkins.plugins.servicedelivery.core.shared.DeliveryException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Shows in the console how the building of images goes: a line for each command and one for each image. */
final class BuildLines implements BuildProgress {
    private static final Logger LOGGER = Logger.getLogger(BuildLines.class.getName());

    private final Controller controller;

    BuildLines(Controller controller) {
        this.controller = controller;
    }

    @Override
    public void commandStarts(BuildPlan plan, Command command) {
        say(plan.request().service().name() + ": " + String.join(" ", command.words()));
    }

    @Override
    public void done(BuiltImage image) {
        say(image.service() + ": " + (image.reused() ? "unchanged" : "built"));
    }

    /** A line is not worth a build: what is wrong shows at the next call that is. */
    private void say(String line) {
        try {
            controller.say(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DeliveryException e) {
            LOGGER.log(Level.FINE, "a line was not shown", e);
        }
    }
}
