package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.shared.Place;

/**
 * What is known of a key before it has a value.
 *
 * @param key dotted lower-case words, for example {@code payments.timeout}
 * @param required every environment must give it a value
 * @param secret its value is never written into the catalog and never shown
 * @param dynamic a running instance takes a new value without a restart
 */
public record KeySchema(
        String key,
        KeyClass keyClass,
        ValueType type,
        boolean required,
        boolean secret,
        boolean dynamic,
        Place place) {}
