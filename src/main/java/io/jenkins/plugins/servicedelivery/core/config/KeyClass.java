package io.jenkins.plugins.servicedelivery.core.config;

/** What a key is about: an offered interface, a dependency on another service, a store, or the service's own inside. */
public enum KeyClass {
    INTERFACE,
    DEPENDENCY,
    STORAGE,
    INTERNAL
}
