package io.jenkins.plugins.servicedelivery.core.catalog;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.Map;
import java.util.Set;

/**
 * Where the parts of one document are written, and which of them could not be read.
 *
 * @param places by path; {@link DocumentPath#ROOT} is always there
 * @param unread parts with a problem of their own: nothing that follows from them is worth a second problem
 */
public record Places(Map<DocumentPath, Place> places, Set<DocumentPath> unread) {
    public Places {
        places = Map.copyOf(places);
        unread = Set.copyOf(unread);
        if (!places.containsKey(DocumentPath.ROOT)) {
            throw new IllegalArgumentException("a document is always somewhere");
        }
    }

    /** A document of which only the place as a whole is known. */
    public static Places of(Place document) {
        return new Places(Map.of(DocumentPath.ROOT, document), Set.of());
    }

    /** The place of a part, or of the nearest thing around it that has one. */
    public Place at(DocumentPath path) {
        Place place = places.get(path);
        return place == null ? at(path.parent()) : place;
    }

    /** Whether the part, or something that it lies in, could be read. */
    public boolean isRead(DocumentPath path) {
        return !path.isWithin(unread);
    }
}
