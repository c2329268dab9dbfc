package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.environment.NamespaceView;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.SortedMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which images an environment gets. */
final class EnvironmentImageChoice {
    @Mixin
    private ImageChoice images;

    @Option(
            names = "--built",
            description = "Take the image built last for every service. Without it a service that runs keeps its image,"
                    + " and only one that does not run yet gets the image built last.")
    private boolean built;

    /**
     * The images for an environment. A service that runs there keeps its image unless it is named or all that was built is
     * wanted: what was built last may be just what a judge has rolled back.
     */
    SortedMap<Name, ImageReference> of(Workshop workshop, Name name) {
        SortedMap<Name, ImageReference> chosen = ImageChoice.built(workshop);
        Environment environment = workshop.catalog().environment(workshop.line().name(), name);
        if (!built) {
            NamespaceView running = workshop.observe(environment);
            chosen.keySet().removeIf(service -> running.stableVersion(service).isPresent());
        }
        chosen.putAll(images.named());
        return chosen;
    }
}
