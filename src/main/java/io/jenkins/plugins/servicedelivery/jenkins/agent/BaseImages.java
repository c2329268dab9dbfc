package io.jenkins.plugins.servicedelivery.jenkins.agent;

import io.jenkins.plugins.servicedelivery.adapter.registry.OciRegistry;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.UnavailableException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The registries of base images; the controller says how each is reached, once. */
final class BaseImages {
    private final Controller controller;
    private final Map<String, OciRegistry> known = new ConcurrentHashMap<>();

    BaseImages(Controller controller) {
        this.controller = controller;
    }

    OciRegistry holding(ImageReference base) {
        return known.computeIfAbsent(base.host(), this::open);
    }

    private OciRegistry open(String host) {
        try {
            return controller.baseRegistry(host).open().readOnly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Looking up the registry " + host, "it was interrupted", "Run it again.", e);
        }
    }
}
