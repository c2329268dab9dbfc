package io.jenkins.plugins.servicedelivery.cli;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The option that names images; the images that were built last stand in where it names none. */
final class ImageChoice {
    @Option(
            names = "--image",
            paramLabel = "SERVICE=IMAGE",
            description = "Take this image, host/path@sha256:digest, whatever was built last. May be repeated.")
    private Map<Name, ImageReference> images = new LinkedHashMap<>();

    /** The named images. */
    Map<Name, ImageReference> named() {
        return Collections.unmodifiableMap(images);
    }

    /** The image of one service. */
    SortedMap<Name, ImageReference> of(Workshop workshop, Name service) {
        workshop.catalog().service(workshop.line().name(), service);
        SortedMap<Name, ImageReference> chosen = built(workshop);
        chosen.putAll(images);
        chosen.keySet().retainAll(Set.of(service));
        if (chosen.isEmpty()) {
            throw new FailedException(
                    "Choosing the image of " + service,
                    "none was built with this --state folder",
                    "Build it first, or name it with --image " + service + "=host/path@sha256:digest.");
        }
        return chosen;
    }

    /** The images that were built last, of every service that was ever built. */
    static SortedMap<Name, ImageReference> built(Workshop workshop) {
        return new TreeMap<>(workshop.builtImages().of(workshop.line().name()));
    }
}
