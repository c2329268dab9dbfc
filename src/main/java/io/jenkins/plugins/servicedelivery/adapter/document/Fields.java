package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.catalog.DocumentPath;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import io.jenkins.plugins.servicedelivery.core.shared.Suggestion;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one mapping, as a codec asks for them. A key that it never asked for is unknown. Everything that is wrong
 * is noted, and reading goes on with the value that the codec names instead.
 */
final class Fields {
    /** Stands for a name that could not be read. Its problem is noted, so nothing that follows from it is reported. */
    static final Name UNREAD = Name.of("unread");

    private final Node.Mapping mapping;
    private final DocumentPath path;
    private final Place site;
    private final DocumentReading reading;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param site where a missing key is reported: the key that holds the mapping, or the document */
    Fields(Node.Mapping mapping, DocumentPath path, Place site, DocumentReading reading) {
        this.mapping = mapping;
        this.path = path;
        this.site = site;
        this.reading = reading;
    }

    /** A key that must be there; the stand-in is for the case that it is not, which is noted. */
    <T> T need(String key, Function<Item, Optional<T>> reader, T standIn) {
        Optional<Item> item = item(key);
        if (item.isEmpty()) {
            reading.problem(
                    "missing-key",
                    path.key(key),
                    site,
                    "The key \"" + key + "\" is missing" + (path.equals(DocumentPath.ROOT) ? "." : " in " + path + "."),
                    "Add it.");
        }
        return item.flatMap(reader).orElse(standIn);
    }

    /** A key that has a value where nobody writes one. */
    <T> T take(String key, Function<Item, Optional<T>> reader, T otherwise) {
        return find(key, reader).orElse(otherwise);
    }

    /** A key that may be absent. */
    <T> Optional<T> find(String key, Function<Item, Optional<T>> reader) {
        return item(key).flatMap(reader);
    }

    /** For a document of which nobody can know what keys it has. */
    void ignoreOthers() {
        mapping.entries().forEach(entry -> asked.add(entry.key().text()));
    }

    /** Notes every key that nobody asked for. */
    void reportUnknown() {
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!asked.contains(key)) {
                reading.problem(
                        "unknown-key",
                        path.key(key),
                        entry.key().place(),
                        "The key " + Quoted.of(key) + " is not known"
                                + (path.equals(DocumentPath.ROOT) ? "." : " in " + path + "."),
                        Suggestion.didYouMean(key, asked));
            }
        }
    }

    private Optional<Item> item(String key) {
        asked.add(key);
        return mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(entry -> Item.of(entry, path, reading))
                .findFirst();
    }
}
