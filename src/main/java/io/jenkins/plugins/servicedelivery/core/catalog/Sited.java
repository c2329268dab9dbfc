package io.jenkins.plugins.servicedelivery.core.catalog;

/** A value of a catalog kind and where its parts are written. */
public record Sited<T>(T value, Places places) {}
