package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.catalog.DocumentPath;
import io.jenkins.plugins.servicedelivery.core.catalog.Places;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is learned while one document is read: where its parts are, and everything that is wrong with it. */
final class DocumentReading {
    private final Map<DocumentPath, Place> places = new HashMap<>();
    private final Set<DocumentPath> unread = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    DocumentReading(Place document) {
        places.put(DocumentPath.ROOT, document);
    }

    void place(DocumentPath path, Place place) {
        places.putIfAbsent(path, place);
    }

    /** Notes a problem, unless it lies in a part that has one already: one mistake, one problem. */
    void problem(String code, DocumentPath path, Place place, String message, String remedy) {
        if (!path.isWithin(unread)) {
            problems.add(new Problem(code, message, place, path.toString(), remedy));
            unread.add(path);
        }
    }

    /** Notes a problem of a key; what stands under it is another matter. */
    void problemOfKey(String code, DocumentPath path, Place key, String message, String remedy) {
        if (!path.isWithin(unread)) {
            problems.add(new Problem(code, message, key, path.toString(), remedy));
        }
    }

    /** The part could not be read and its problem is noted elsewhere. */
    void refused(DocumentPath path) {
        unread.add(path);
    }

    List<Problem> problems() {
        return problems;
    }

    Places places() {
        return new Places(places, unread);
    }
}
