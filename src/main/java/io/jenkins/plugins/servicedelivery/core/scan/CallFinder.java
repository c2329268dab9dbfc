package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.Service;
import io.jenkins.plugins.servicedelivery.core.scan.LineConfiguration.Key;
import io.jenkins.plugins.servicedelivery.core.scan.LineConfiguration.Value;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what a tree mentions and what the catalog configures into calls between services. */
final class CallFinder {
    static final String CATALOG_VALUE = "catalog-value";
    static final String KEY_NAME = "key-name";
    private final AddressBook addresses;
    private final LineConfiguration configuration;

    CallFinder(AddressBook addresses, LineConfiguration configuration) {
        this.addresses = addresses;
        this.configuration = configuration;
    }

    /** All calls of a service to other services of the line. */
    List<Call> calls(ScannedService scanned) {
        Service caller = scanned.service();
        return Stream.concat(
                        scanned.tree().mentions().stream().flatMap(mention -> behind(caller, mention)),
                        configuration.writtenFor(caller).flatMap(value -> configured(caller, value)))
                .filter(call -> !call.called().equals(caller.name().value()))
                .toList();
    }

    /** Hosts that look like services of the line and are none. */
    List<Call> strangers(ScannedService scanned) {
        return scanned.tree().mentions().stream()
                .filter(mention -> mention.kind() == Mention.Kind.ADDRESS)
                .flatMap(mention -> Address.parse(mention.text()).stream()
                        .filter(Address::isLocalName)
                        .map(Address::host)
                        .filter(host -> addresses.serviceOnHost(host).isEmpty())
                        .map(host -> new Call(scanned.service().name(), host, sighting(mention))))
                .toList();
    }

    /** Variables that look like addresses and are no keys of the catalog. */
    List<Mention> unknownVariables(ScannedService scanned) {
        return scanned.tree().mentions().stream()
                .filter(mention -> mention.kind() == Mention.Kind.KEY
                        && configuration.key(mention.text()).isEmpty())
                .toList();
    }

    private Stream<Call> behind(Service caller, Mention mention) {
        return switch (mention.kind()) {
            case ADDRESS -> call(caller, addresses.serviceAt(mention.text()), sighting(mention));
            case NAME -> call(caller, addresses.serviceOnHost(mention.text()), sighting(mention));
            case KEY -> configuration.key(mention.text()).stream().flatMap(key -> behindKey(caller, key, mention));
        };
    }

    private Stream<Call> behindKey(Service caller, Key key, Mention mention) {
        List<Value> values = configuration.reaching(caller, key);
        if (values.isEmpty()) {
            return guessed(caller, key, mention);
        }
        return values.stream()
                .flatMap(value -> call(
                        caller,
                        addresses.serviceIn(value),
                        new Sighting(
                                mention.place(),
                                mention.rule(),
                                mention.confidence(),
                                mention.text() + " = " + shown(value))));
    }

    /** A dependency's key that has no value here yet often carries the name of the service: {@code payments.url}. */
    private Stream<Call> guessed(Service caller, Key key, Mention mention) {
        int lastWord = key.name().lastIndexOf('.');
        if (!key.dependency() || lastWord < 0) {
            return Stream.empty();
        }
        String name = key.name().substring(0, lastWord).replace('.', '-');
        Sighting guess = new Sighting(mention.place(), KEY_NAME, Confidence.POSSIBLE, mention.text());
        return call(caller, addresses.named(name), guess);
    }

    private Stream<Call> configured(Service caller, Value value) {
        Sighting sighting =
                new Sighting(value.place(), CATALOG_VALUE, Confidence.LIKELY, value.key() + " = " + shown(value));
        return call(caller, addresses.serviceIn(value), sighting);
    }

    private static Stream<Call> call(Service caller, Optional<Name> called, Sighting sighting) {
        return called.map(name -> new Call(caller.name(), name.value(), sighting)).stream();
    }

    private static Sighting sighting(Mention mention) {
        return new Sighting(mention.place(), mention.rule(), mention.confidence(), mention.text());
    }

    /** A URL may hold a password in front of its host; nothing but the address is shown. */
    private static String shown(Value value) {
        return Address.parse(value.text()).map(Address::toString).orElse(value.text());
    }
}
