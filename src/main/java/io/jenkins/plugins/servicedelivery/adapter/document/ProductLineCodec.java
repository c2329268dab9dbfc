package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Reads product lines and their services. */
final class ProductLineCodec implements Codec<ProductLine> {
    private static final int MOST_PORT = 65_535;

    @Override
    public ProductLine read(Name name, Fields fields) {
        String title = fields.take("title", Item::text, name.value());
        String repository = fields.need("repository", ProductLineCodec::repository, "");
        List<Name> layers = fields.take("layers", item -> item.list(Scalars::name), List.of());
        Owners owners = fields.take("owners", item -> item.fields(own -> owners(own, Owners.NOBODY)), Owners.NOBODY);
        BiFunction<Name, Item, Optional<Service>> service = (key, item) -> service(key, item, owners);
        Map<Name, Service> services = fields.need("services", item -> item.named(service), Map.of());
        return new ProductLine(name, title, repository, layers, owners, new TreeMap<>(services));
    }

    private static Optional<Service> service(Name name, Item item, Owners ofLine) {
        return item.fields(fields -> new Service(
                name,
                fields.take("title", Item::text, name.value()),
                fields.find("layer", Scalars::name),
                fields.take("source", Folders::below, name.value()),
                fields.take("modules", modules -> modules.list(Folders::below), List.of()),
                fields.need("template", Scalars::name, Fields.UNREAD),
                fields.take("ports", ProductLineCodec::ports, List.of()),
                fields.take("dependsOn", Item::names, Collections.unmodifiableSortedSet(new TreeSet<>())),
                fields.take("owners", owners -> owners.fields(own -> owners(own, ofLine)), ofLine)));
    }

    /** Whoever is not named here is taken from what is around. */
    private static Owners owners(Fields fields, Owners around) {
        return new Owners(
                fields.take("main", people -> people.list(Scalars::something), around.main()),
                fields.take("backup", people -> people.list(Scalars::something), around.backup()));
    }

    private static Optional<List<Port>> ports(Item item) {
        return item.named((name, port) -> Scalars.wholeNumber(port, 1, MOST_PORT))
                .map(ports -> ports.entrySet().stream()
                        .map(port -> new Port(port.getKey().value(), port.getValue()))
                        .toList());
    }

    private static Optional<String> repository(Item item) {
        return item.text()
                .filter(text -> isRepository(text)
                        || item.wrong(
                                        "bad-repository",
                                        Quoted.of(text) + " is not a registry host and a path.",
                                        "Write them without tag and digest, for example registry.example.com/shop.")
                                .isPresent());
    }

    private static boolean isRepository(String text) {
        try {
            ImageReference reference = ImageReference.parse(text);
            return reference.tag().isEmpty() && reference.digest().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
