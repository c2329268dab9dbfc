package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.List;
import java.util.Optional;

/** A part of a document and where it is written. Scalars are text: what type they have is for the reader to say. */
public sealed interface Node {
    /** Where it begins. */
    Place place();

    /** Text. {@code plain} where it is written without quotation marks. */
    record Scalar(Place place, String text, boolean plain) implements Node {
        /** Whether nothing is written at all, as after {@code key:}. */
        public boolean isNothing() {
            return plain && text.isEmpty();
        }
    }

    /** A list, in its order. */
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys and their values, in the order they are written; no key stands there twice. */
    record Mapping(Place place, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key. */
        public Optional<Node> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    /** Something that is refused; the problem is already noted. */
    record Refused(Place place) implements Node {}

    /** One key of a mapping and its value. */
    record Entry(Scalar key, Node value) {}
}
