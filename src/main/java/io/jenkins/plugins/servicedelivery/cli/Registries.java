package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.adapter.http.HttpConnection;
import io.jenkins.plugins.servicedelivery.adapter.http.Login;
import io.jenkins.plugins.servicedelivery.adapter.process.MachineTime;
import io.jenkins.plugins.servicedelivery.adapter.registry.DistributionRegistry;
import io.jenkins.plugins.servicedelivery.adapter.registry.LayoutRegistry;
import io.jenkins.plugins.servicedelivery.adapter.registry.OciRegistry;
import io.jenkins.plugins.servicedelivery.cli.Choices.RemoteRegistry;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where images go and come from: the layout in the state folder, or the registry that was chosen. */
final class Registries {
    private final Optional<RemoteRegistry> chosen;
    private final OciRegistry target;

    Registries(Choices choices) {
        this.chosen = choices.registry();
        this.target = chosen.<OciRegistry>map(Registries::remote)
                .orElseGet(() -> new LayoutRegistry(choices.state().resolve("registry")));
    }

    /** Where built images go. */
    OciRegistry target() {
        return target;
    }

    /** The registry that holds this base image. A login is for the chosen registry and for no other. */
    OciRegistry holding(ImageReference image) {
        boolean here =
                chosen.filter(registry -> registry.host().equals(image.host())).isPresent();
        return here ? target : remote(new RemoteRegistry(image.host(), false, Optional.empty(), Optional.empty()));
    }

    /** Gets an image as the simulated cluster does: only its labels. */
    Optional<Map<String, String>> pull(ImageReference image) {
        try {
            return target.labels(image).map(labels -> labels.values());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Pulling " + image, "it was interrupted", "Run the command again.", e);
        }
    }

    private static DistributionRegistry remote(RemoteRegistry registry) {
        HttpConnection plain =
                HttpConnection.to(URI.create((registry.plainHttp() ? "http://" : "https://") + registry.host() + "/"));
        HttpConnection open = registry.plainHttp() ? plain.allowingPlainHttp() : plain;
        HttpConnection connection = registry.authorities().map(open::trusting).orElse(open);
        Optional<Login> login = registry.login().map(known -> new Login(known.user(), known.password()));
        return new DistributionRegistry(connection, () -> login, new MachineTime());
    }
}
