package io.jenkins.plugins.servicedelivery.core.operation;

import java.util.List;

/**
 * What an operation was asked to do, frozen before its first effect. An immutable value that a codec can write into
 * the record; it names things and holds no clients.
 */
public interface Plan {
    /** The names of the claims that must be held while the operation writes, in the order they are taken (sorted). */
    List<String> claims();

    /** The namespace in which it changes things; empty where it changes none. */
    default String namespace() {
        return "";
    }
}
