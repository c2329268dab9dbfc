package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import io.jenkins.plugins.servicedelivery.jenkins.settings.RegistryAccess;
import java.util.List;
import java.util.Optional;

/** Decides once where the images of a build go, and holds the agent to it. */
final class CheckedDesk implements RegistryDesk {
    private final RegistryDesk decider;
    private Optional<Decided> decided = Optional.empty();

    /** What was decided for this build. */
    record Decided(Name line, Destination destination) {}

    CheckedDesk(RegistryDesk decider) {
        this.decider = decider;
    }

    @Override
    public synchronized Destination destination(Name line, String host) {
        if (decided.isPresent()) {
            throw new RefusedException(
                    "Choosing a registry", "it was chosen already for this build", "Look at what runs on the agent.");
        }
        Destination destination = decider.destination(line, host);
        decided = Optional.of(new Decided(line, destination));
        return destination;
    }

    /** What was decided. */
    synchronized Decided used() {
        return decided.orElseThrow(() -> new RefusedException(
                "Building images", "the agent never asked where they go", "Look at what runs on the agent."));
    }

    @Override
    public RegistryAccess base(String host) {
        return decider.base(host);
    }

    @Override
    public Optional<Digest> find(ImageReference image) throws InterruptedException {
        return decider.find(image);
    }

    @Override
    public List<String> lacking(List<String> digests) {
        return decider.lacking(digests);
    }

    @Override
    public ImageReference store(IncomingLayout incoming, ImageReference image) throws InterruptedException {
        return decider.store(incoming, image);
    }
}
