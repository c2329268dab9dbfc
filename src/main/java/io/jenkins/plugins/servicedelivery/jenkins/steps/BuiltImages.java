package io.jenkins.plugins.servicedelivery.jenkins.steps;

import hudson.AbortException;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.jenkins.agent.DeliveredImage;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code buildServiceImage} returns: each service with its image, pinned by digest. Other steps take it as it is. */
public final class BuiltImages implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> images = new TreeMap<>();
    private boolean reused = true;

    BuiltImages(List<DeliveredImage> delivered) {
        for (DeliveredImage image : delivered) {
            images.put(image.service().value(), image.image().toString());
            reused = reused && image.reused();
        }
    }

    /** The reference of each image by its service. */
    @Whitelisted
    public Map<String, String> getImages() {
        return Collections.unmodifiableMap(images);
    }

    /** The reference of the image, where it is only one. */
    @Whitelisted
    public String getImage() throws AbortException {
        if (images.size() != 1) {
            throw new AbortException("Choosing an image failed: the images of " + services()
                    + " were built. Name the service: of('<service>').");
        }
        return images.firstEntry().getValue();
    }

    /** The digest of the image, where it is only one. */
    @Whitelisted
    public String getDigest() throws AbortException {
        return ImageReference.parse(getImage()).digest().map(Digest::value).orElseThrow();
    }

    /** The reference of the image of this service. */
    @Whitelisted
    public String of(String service) throws AbortException {
        String image = images.get(service);
        if (image == null) {
            throw new AbortException("Choosing the image of \"" + service + "\" failed: the images of " + services()
                    + " were built. Name one of these services.");
        }
        return image;
    }

    /** Whether nothing had to be built. */
    @Whitelisted
    public boolean isReused() {
        return reused;
    }

    /** For steps: the reference of each image by its service. */
    SortedMap<String, String> asMap() {
        return Collections.unmodifiableSortedMap(images);
    }

    @Whitelisted
    @Override
    public String toString() {
        return images.toString();
    }

    private String services() {
        return images.isEmpty() ? "no service" : String.join(", ", images.keySet());
    }
}
