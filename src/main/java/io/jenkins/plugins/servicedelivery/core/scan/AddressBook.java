package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows under which addresses the services of a product line are found. */
final class AddressBook {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{address:([^}]*)}");
    private static final Pattern HOST_KEY = Pattern.compile("(?:^|[._-])(?:host|hostname|address|server|endpoint)$");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private final ProductLine line;
    private final Set<String> namespaces;

    AddressBook(ProductLine line, Set<String> namespaces) {
        this.line = line;
        this.namespaces = Set.copyOf(namespaces);
    }

    /** The service behind a URL or a placeholder of the catalog. */
    Optional<Name> serviceAt(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        return placeholder.lookingAt()
                ? named(placeholder.group(1))
                : Address.parse(text).map(Address::host).flatMap(this::serviceOnHost);
    }

    /** The service that the value of a key leads to; a key that ends like {@code payments.host} may hold a bare name. */
    Optional<Name> serviceIn(LineConfiguration.Value value) {
        Optional<Name> byAddress = serviceAt(value.text());
        return byAddress.isPresent() || !HOST_KEY.matcher(value.key()).find()
                ? byAddress
                : serviceOnHost(PORT.matcher(value.text()).replaceFirst(""));
    }

    /** The service of exactly this name. */
    Optional<Name> named(String text) {
        return Name.whyNot(text).isPresent()
                ? Optional.empty()
                : Optional.of(Name.of(text)).filter(line.services()::containsKey);
    }

    /** The service on a host: its name alone, or in a namespace of the line, or with the suffix of cluster services. */
    Optional<Name> serviceOnHost(String host) {
        String[] labels = host.split("\\.", 4);
        boolean inCluster = labels.length == 1
                || (labels.length == 2 && namespaces.contains(labels[1]))
                || (labels.length >= 3 && labels[2].equals("svc"));
        return inCluster ? named(labels[0]) : Optional.empty();
    }
}
