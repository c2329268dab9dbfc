package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.image.BuildPlan;
import io.jenkins.plugins.servicedelivery.core.image.BuiltImage;
import io.jenkins.plugins.servicedelivery.core.shared.Command;

/** Hears how the building of images goes, for showing it to people; called from several threads. Must not block. */
public interface BuildProgress {
    /** Nobody listens. */
    BuildProgress NONE = new BuildProgress() {};

    /** A command of the template starts for this service. */
    default void commandStarts(BuildPlan plan, Command command) {}

    /** The image is packaged and stored. */
    default void packagingStarts(BuildPlan plan) {}

    /** The image lies in the registry under its content tag. */
    default void done(BuiltImage image) {}
}
