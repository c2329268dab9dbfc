package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks what an agent says that it has built, and puts what came of it into the built-in registry. An agent can say what
 * it wants of its own images; it cannot say anything of another line's, or of an image that is not there.
 */
final class Delivery {
    private static final int MOST_IMAGES = 1_000;
    private static final Pattern TAG = Pattern.compile("in-[0-9a-f]{16}");

    private final CheckedDesk.Decided decided;
    private final RegistryDesk registries;
    private final IncomingLayout incoming;

    Delivery(CheckedDesk.Decided decided, RegistryDesk registries, IncomingLayout incoming) {
        this.decided = decided;
        this.registries = registries;
        this.incoming = incoming;
    }

    List<DeliveredImage> of(BuildAnswer answer, BuildOrder order) throws InterruptedException {
        if (!answer.line().equals(decided.line().value()) || answer.images().size() > MOST_IMAGES) {
            throw refused("it speaks of another product line");
        }
        List<DeliveredImage> images = new ArrayList<>();
        for (BuildAnswer.Image image : answer.images()) {
            images.add(delivered(image));
        }
        refuseOthersThan(order.names(), images);
        return images;
    }

    private DeliveredImage delivered(BuildAnswer.Image said) throws InterruptedException {
        Name service;
        ImageReference image;
        try {
            service = Name.of(said.service());
            image = ImageReference.parse(said.reference());
        } catch (IllegalArgumentException e) {
            throw refused("it names no image");
        }
        boolean fits = image.digest().isPresent()
                && image.host().equals(decided.destination().host())
                && image.path().endsWith("/" + service);
        if (!fits) {
            throw refused("it names an image that is none of this build");
        }
        if (decided.destination().isBuiltIn()) {
            store(said, image);
        }
        return new DeliveredImage(service, image, said.reused());
    }

    private void store(BuildAnswer.Image said, ImageReference image) throws InterruptedException {
        if (said.reused()) {
            if (registries.find(image).isEmpty()) {
                throw refused("it names an image that is not there");
            }
            return;
        }
        if (said.tag() == null || !TAG.matcher(said.tag()).matches()) {
            throw refused("it names no inputs of an image");
        }
        registries.store(
                incoming, new ImageReference(image.host(), image.path(), Optional.of(said.tag()), image.digest()));
    }

    private static void refuseOthersThan(Set<Name> wanted, List<DeliveredImage> images) {
        Set<Name> built = new TreeSet<>();
        images.forEach(image -> built.add(image.service()));
        if (built.size() != images.size() || (!wanted.isEmpty() && !built.equals(wanted))) {
            throw refused("these are not the services that were asked for");
        }
    }

    private static RefusedException refused(String because) {
        return new RefusedException("Taking what the agent has built", because, "Look at what runs on the agent.");
    }
}
