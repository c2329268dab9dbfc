package io.jenkins.plugins.servicedelivery.core.operation;

/**
 * What an operation was asked to do, frozen before its first effect. An immutable value that a codec can write into
 * the record; it names things and holds no clients.
 */
public interface Plan {}
