package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.adapter.registry.LayoutRegistry;
import io.jenkins.plugins.servicedelivery.core.image.ImageLabels;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where images lie: a host that the settings name is that registry; images of every other host are kept in the built-in
 * one.
 */
public final class Images {
    /** The whole simulated cluster waits while it pulls. */
    private static final Duration PULL = Duration.ofSeconds(10);

    /** The built-in registry: an OCI image layout under {@code JENKINS_HOME}, for trying things with nothing installed. */
    public LayoutRegistry builtIn() {
        return new LayoutRegistry(JenkinsFacade.ownFolder().resolve("registry"));
    }

    /** Whether images of this host are kept in the built-in registry, because no setting names it. */
    public boolean isBuiltIn(String host) {
        return settings(host).isEmpty();
    }

    /** One line for whoever builds or releases an image of this host, where it is kept in the built-in registry. */
    public Optional<String> notice(String host) {
        return isBuiltIn(host)
                ? Optional.of(
                        "Images of " + host + " are kept in the built-in registry of this Jenkins: no registry of the"
                                + " settings has this host.")
                : Optional.empty();
    }

    /**
     * How a build speaks to the registry of this host, from wherever it runs. A host that no setting names is asked
     * without a login, and only over TLS: that is for reading base images.
     */
    public RegistryAccess access(String host, Run<?, ?> run) {
        return settings(host)
                .map(settings -> RegistryLogins.ofRun(settings, run))
                .orElseGet(() -> RegistryAccess.to(new RegistrySettings(host), null));
    }

    /**
     * The labels of an image, as the simulated cluster reads them before it starts an instance: from the built-in
     * registry, then from the registry of the settings that has its host. Nobody else is asked.
     */
    public Optional<Map<String, String>> pull(ImageReference image) {
        try {
            Optional<ImageLabels> labels = builtIn().labels(image);
            if (labels.isEmpty()) {
                Optional<RegistrySettings> settings = settings(image.host());
                labels = settings.isEmpty()
                        ? Optional.empty()
                        : RegistryLogins.ofController(settings.get())
                                .open(PULL)
                                .readOnly()
                                .labels(image);
            }
            return labels.map(ImageLabels::values);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Pulling " + image, "it was interrupted", "Run it again.", e);
        }
    }

    private static Optional<RegistrySettings> settings(String host) {
        return ServiceDeliveryConfiguration.get().getRegistries().stream()
                .filter(settings -> host.equals(settings.getHost()))
                .findFirst();
    }
}
