package io.jenkins.plugins.servicedelivery.jenkins.agent;

import hudson.model.Run;
import io.jenkins.plugins.servicedelivery.adapter.registry.LayoutRegistry;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Bindings;
import io.jenkins.plugins.servicedelivery.jenkins.settings.Images;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import io.jenkins.plugins.servicedelivery.jenkins.support.JenkinsFacade;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Decides by the settings: the binding of the line says where its images go, else its catalog does. */
final class SettingsDesk implements RegistryDesk {
    private final Run<?, ?> run;
    private final Images images = new Images();

    SettingsDesk(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public Destination destination(Name line, String host) {
        String bound = Bindings.find(run.getParent(), line.value())
                .flatMap(found -> Optional.ofNullable(found.binding().getRegistry()))
                .orElse(host);
        return new Destination(bound, images.isBuiltIn(bound) ? null : images.access(bound, run));
    }

    @Override
    public RegistryAccess base(String host) {
        return images.access(host, run);
    }

    @Override
    public Optional<Digest> find(ImageReference image) throws InterruptedException {
        return images.builtIn().find(image);
    }

    @Override
    public List<String> lacking(List<String> digests) {
        Path blobs = JenkinsFacade.ownFolder().resolve("registry").resolve("blobs");
        return digests.stream()
                .filter(digest -> !Files.exists(
                        blobs.resolve("sha256").resolve(Digest.parse(digest).hex())))
                .toList();
    }

    @Override
    public ImageReference store(IncomingLayout incoming, ImageReference image) throws InterruptedException {
        LayoutRegistry from = new LayoutRegistry(incoming.folder());
        ImageReference repository = ImageReference.parse(image.repository());
        return from.copy(image, images.builtIn(), repository, incoming.folder().resolve("room"));
    }
}
