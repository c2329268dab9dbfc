package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.catalog.DocumentPath;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One value of a document, as a codec asks what it is. Every answer is empty where the value is something else, and the
 * problem is then noted.
 */
final class Item {
    private final Node node;
    private final DocumentPath path;
    private final Place site;
    private final DocumentReading reading;

    private Item(Node node, DocumentPath path, Place site, DocumentReading reading) {
        this.node = node;
        this.path = path;
        this.site = site;
        this.reading = reading;
        reading.place(path, node instanceof Node.Mapping ? site : node.place());
        if (node instanceof Node.Refused) {
            reading.refused(path);
        }
    }

    static Item of(Node.Entry entry, DocumentPath parent, DocumentReading reading) {
        return new Item(
                entry.value(), parent.key(entry.key().text()), entry.key().place(), reading);
    }

    static Item document(Node node, DocumentReading reading) {
        return new Item(node, DocumentPath.ROOT, node.place(), reading);
    }

    Place place() {
        return node.place();
    }

    /** Where the key of this value is written; the value's own place where it has no key. */
    Place site() {
        return site;
    }

    /** The key that this value is written under. */
    String key() {
        return path.last();
    }

    boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    /** Notes that the value is not what it should be. */
    <T> Optional<T> wrong(String code, String message, String remedy) {
        reading.problem(code, path, node.place(), message, remedy);
        return Optional.empty();
    }

    /** Notes that the key of this value is not what it should be. */
    <T> Optional<T> wrongKey(String code, String message, String remedy) {
        reading.problemOfKey(code, path, site, message, remedy);
        return Optional.empty();
    }

    /** Any text; to mean the empty one, it must be written in quotation marks. */
    Optional<String> text() {
        if (!(node instanceof Node.Scalar scalar)) {
            return wrongType("a text");
        }
        if (scalar.isNothing()) {
            return wrong("no-value", title() + " has no value.", "Give it one, or leave the key out.");
        }
        return Optional.of(scalar.text());
    }

    /** A list; items that cannot be read are left out. */
    <T> Optional<List<T>> list(Function<Item, Optional<T>> reader) {
        if (!(node instanceof Node.Sequence sequence)) {
            return wrongType("a list");
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Node item = sequence.items().get(i);
            reader.apply(new Item(item, path.item(i), item.place(), reading)).ifPresent(items::add);
        }
        return Optional.of(items);
    }

    Optional<List<String>> texts() {
        return list(Item::text);
    }

    /** A list of different names. The place of each is also known by its name, because their order is not kept. */
    Optional<SortedSet<Name>> names() {
        SortedSet<Name> names = new TreeSet<>();
        return list(item -> Scalars.name(item).filter(name -> {
                    reading.place(path.key(name.value()), item.node.place());
                    return names.add(name)
                            || item.wrong("listed-twice", "\"" + name + "\" is listed twice.", "Remove one of the two.")
                                    .isPresent();
                }))
                .map(all -> names);
    }

    /** A mapping whose keys are free, in its order; entries that cannot be read are left out. */
    <T> Optional<Map<String, T>> entries(Function<Item, Optional<T>> reader) {
        if (!(node instanceof Node.Mapping mapping)) {
            return wrongType("a mapping");
        }
        Map<String, T> entries = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            reader.apply(of(entry, path, reading))
                    .ifPresent(value -> entries.put(entry.key().text(), value));
        }
        return Optional.of(entries);
    }

    /** A mapping whose keys are names. What stands under another key is read too, for its problems, and left out. */
    <T> Optional<Map<Name, T>> named(BiFunction<Name, Item, Optional<T>> reader) {
        Map<Name, T> named = new LinkedHashMap<>();
        return entries(item -> {
                    Optional<Name> name = item.keyAsName();
                    Optional<T> value = reader.apply(name.orElse(Fields.UNREAD), item);
                    name.ifPresent(key -> value.ifPresent(v -> named.put(key, v)));
                    return value;
                })
                .map(all -> named);
    }

    /** A mapping of known keys. Where it is something else, the codec is asked for what its stand-ins make. */
    <T> Optional<T> fields(Function<Fields, T> codec) {
        Node.Mapping mapping = node instanceof Node.Mapping written ? written : new Node.Mapping(place(), List.of());
        if (mapping != node) {
            wrongType("a mapping");
        }
        Fields fields = new Fields(mapping, path, site, reading);
        T value = codec.apply(fields);
        fields.reportUnknown();
        return Optional.of(value);
    }

    private Optional<Name> keyAsName() {
        return Name.whyNot(key())
                .<Optional<Name>>map(reason -> wrongKey(
                        "bad-name",
                        Quoted.of(key()) + " is not a name: " + reason + ".",
                        "Write a name such as \"orders\"."))
                .orElseGet(() -> Optional.of(Name.of(key())));
    }

    private <T> Optional<T> wrongType(String expected) {
        return wrong(
                "wrong-type", title() + " must be " + expected + ", not " + found() + ".", "Write " + expected + ".");
    }

    private String found() {
        if (node instanceof Node.Scalar scalar) {
            return scalar.isNothing() ? "nothing" : "the text " + Quoted.of(scalar.text());
        }
        return node instanceof Node.Sequence ? "a list" : "a mapping";
    }

    /** What a message calls it. */
    String title() {
        return path.equals(DocumentPath.ROOT) ? "A document" : Quoted.of(path.last());
    }
}
