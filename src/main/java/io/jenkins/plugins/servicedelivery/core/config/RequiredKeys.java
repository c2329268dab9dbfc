package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds required keys that an environment gives no value. A key is meant for every service that gets a value of it in
 * some environment; one that nobody gets anywhere is missing for the environment as a whole.
 */
public final class RequiredKeys {
    private final ProductLine line;
    private final ConfigSet set;
    private final ConfigResolver resolver;

    public RequiredKeys(ProductLine line, ConfigSet set) {
        this.line = line;
        this.set = set;
        this.resolver = ConfigResolver.of(line, Optional.of(set));
    }

    /**
     * A required key without a value.
     *
     * @param service that should have it; empty where no service has it
     */
    public record Missing(KeySchema key, Optional<Name> service) {}

    /** The required keys that these services lack in this environment, in the order of the keys. */
    public List<Missing> missing(Name environment, Collection<Name> services) {
        return set.keys().values().stream()
                .filter(KeySchema::required)
                .filter(key -> !key.secret())
                .flatMap(key -> missing(key, environment, services))
                .toList();
    }

    private Stream<Missing> missing(KeySchema key, Name environment, Collection<Name> services) {
        SortedSet<Name> users = users(key.key());
        if (users.isEmpty()) {
            return Stream.of(new Missing(key, Optional.empty()));
        }
        return users.stream()
                .filter(services::contains)
                .filter(service -> !resolver.keys(environment, service).contains(key.key()))
                .map(service -> new Missing(key, Optional.of(service)));
    }

    private SortedSet<Name> users(String key) {
        SortedSet<Name> users = new TreeSet<>();
        set.values().stream()
                .filter(values -> values.entries().containsKey(key))
                .forEach(values -> values.service()
                        .ifPresentOrElse(
                                users::add, () -> users.addAll(line.services().keySet())));
        return users;
    }
}
