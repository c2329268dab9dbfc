package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The configuration of a product line as far as scanning needs it: which keys there are and which addresses they hold. */
public record LineConfiguration(List<Key> keys, List<Value> values) {
    public LineConfiguration {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }

    /**
     * A key and the variable that carries it into the container.
     *
     * @param dependency whether the key is declared to be about another service
     */
    public record Key(String name, String variable, boolean dependency) {}

    /**
     * A value of a key in one layer.
     *
     * @param service the one service it is for; empty where it reaches all
     */
    public record Value(String key, Optional<Name> service, String text, Place place) {}

    /** Every text under which a source may read a key. */
    public SortedSet<String> words() {
        SortedSet<String> words = new TreeSet<>();
        keys.forEach(key -> words.addAll(List.of(key.name(), key.variable())));
        return words;
    }

    /** The key that a source means by this text. */
    Optional<Key> key(String word) {
        return keys.stream()
                .filter(key -> key.name().equals(word) || key.variable().equals(word))
                .findFirst();
    }

    /** The values of a key that reach a service, in whatever environment. */
    List<Value> reaching(Service service, Key key) {
        return values.stream()
                .filter(value -> value.key().equals(key.name())
                        && value.service().map(service.name()::equals).orElse(true))
                .toList();
    }

    /** The values that are written for this service alone. */
    Stream<Value> writtenFor(Service service) {
        return values.stream()
                .filter(value -> value.service().filter(service.name()::equals).isPresent());
    }
}
