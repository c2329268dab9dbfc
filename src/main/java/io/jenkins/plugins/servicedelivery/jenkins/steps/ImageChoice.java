package io.jenkins.plugins.servicedelivery.jenkins.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The images that a step was given: what {@code buildServiceImage} returned, a map from services to references, or the
 * reference of one image. Every reference is pinned by digest.
 */
final class ImageChoice implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "Give it what buildServiceImage returned, a map such as"
            + " [orders: 'host/path@sha256:…'], or one reference together with the argument \"service\".";

    private final TreeMap<String, String> byService;

    @CheckForNull
    private final String only;

    private ImageChoice(Map<String, String> byService, @CheckForNull String only) {
        this.byService = new TreeMap<>(byService);
        this.only = only;
    }

    /** The choice that an argument makes; null and an empty text are none. */
    static ImageChoice of(String argument, @CheckForNull Object value) {
        if (value == null) {
            return new ImageChoice(Map.of(), null);
        }
        if (value instanceof BuiltImages built) {
            return new ImageChoice(built.asMap(), null);
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> images = new TreeMap<>();
            map.forEach((service, image) -> images.put(
                    Names.parse(argument, String.valueOf(service)).value(),
                    pinned(argument, text(argument, service, image)).toString()));
            return new ImageChoice(images, null);
        }
        if (value instanceof CharSequence text) {
            String reference = text.toString().trim();
            return reference.isEmpty()
                    ? new ImageChoice(Map.of(), null)
                    : new ImageChoice(Map.of(), pinned(argument, reference).toString());
        }
        throw new FailedException(
                "Reading the argument \"" + argument + "\"",
                "a value of the type " + value.getClass().getSimpleName() + " names no images",
                REMEDY);
    }

    private static String text(String argument, Object service, @CheckForNull Object image) {
        if (image instanceof CharSequence) {
            return image.toString().trim();
        }
        throw new FailedException(
                "Reading the argument \"" + argument + "\"",
                "there is no reference for " + service + " but "
                        + (image == null
                                ? "nothing"
                                : "a value of the type " + image.getClass().getSimpleName()),
                REMEDY);
    }

    boolean isEmpty() {
        return byService.isEmpty() && only == null;
    }

    /** The image for each service; a reference without a service is not possible here. */
    SortedMap<Name, ImageReference> all(String argument) {
        if (only != null) {
            throw new FailedException(
                    "Reading the argument \"" + argument + "\"",
                    "it does not say of which service " + only + " is",
                    REMEDY);
        }
        return parsed(byService);
    }

    /** The image of the one service that is to be released, and which service that is. */
    Map.Entry<Name, ImageReference> one(String argument, Optional<String> service) {
        if (only != null && service.isPresent()) {
            return Map.entry(Names.parse("service", service.get()), ImageReference.parse(only));
        }
        SortedMap<Name, ImageReference> known = all(argument);
        if (service.isPresent()) {
            Name wanted = Names.parse("service", service.get());
            if (!known.containsKey(wanted)) {
                throw new FailedException(
                        "Choosing the image of " + wanted,
                        known.isEmpty() ? "no image was given" : "only the images of " + known.keySet() + " were given",
                        REMEDY);
            }
            return Map.entry(wanted, known.get(wanted));
        }
        if (known.size() != 1) {
            throw new FailedException(
                    "Choosing the service to release",
                    known.isEmpty() ? "no image was given" : "images of several services were given: " + known.keySet(),
                    known.isEmpty() ? REMEDY : "Name one of them with the argument \"service\".");
        }
        return Map.entry(known.firstKey(), known.get(known.firstKey()));
    }

    /** A few words for graphs, such as {@code orders, payments}. */
    String brief() {
        return only != null ? only : String.join(", ", byService.keySet());
    }

    private static SortedMap<Name, ImageReference> parsed(Map<String, String> texts) {
        SortedMap<Name, ImageReference> images = new TreeMap<>();
        texts.forEach((service, image) -> images.put(Name.of(service), ImageReference.parse(image)));
        return images;
    }

    private static ImageReference pinned(String argument, String text) {
        try {
            ImageReference image = ImageReference.parse(text);
            if (image.digest().isPresent()) {
                return image;
            }
        } catch (IllegalArgumentException e) {
            throw new FailedException("Reading the argument \"" + argument + "\"", e.getMessage(), REMEDY, e);
        }
        throw new FailedException(
                "Reading the argument \"" + argument + "\"",
                "\"" + text + "\" does not say which image for good",
                "End it with @sha256: and the digest, or give it what buildServiceImage returned.");
    }
}
