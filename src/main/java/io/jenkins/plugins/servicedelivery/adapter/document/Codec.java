package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.shared.Name;

/** Reads the documents of one kind of the catalog. What is wrong with a document is noted by {@link Fields}. */
@FunctionalInterface
interface Codec<T> {
    /** The value that a document of this name says; with stand-ins where it could not be read. */
    T read(Name name, Fields fields);
}
