package io.jenkins.plugins.servicedelivery.core.config;

import io.jenkins.plugins.servicedelivery.core.productline.ProductLine;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the services of a product line are configured with: the layers of a {@link ConfigSet} laid over each other,
 * from {@link Layer#GLOBAL} to {@link Layer#LANE}. The later layer wins; within one layer, what is written for one
 * service wins over what is written for all. Addresses of services are filled in.
 */
public final class ConfigResolver {
    private static final Comparator<ConfigSet.Values> WEAKEST_FIRST = Comparator.comparing(ConfigSet.Values::layer)
            .thenComparing(values -> values.service().isPresent());

    private final Addresses addresses;

    /** By the service that they are for; those for all services under nothing. */
    private final Map<Optional<Name>, List<ConfigSet.Values>> layers;

    private ConfigResolver(ProductLine line, List<ConfigSet.Values> values) {
        addresses = new Addresses(line);
        layers = values.stream().collect(Collectors.groupingBy(ConfigSet.Values::service));
    }

    /** The resolver of a product line; one without a config set configures nothing. */
    public static ConfigResolver of(ProductLine line, Optional<ConfigSet> set) {
        return new ConfigResolver(line, set.map(ConfigSet::values).orElse(List.of()));
    }

    /**
     * The values that a service has in an environment, by key, each with the layer that won and where it was written.
     *
     * @throws FailedException where a value names a placeholder that cannot be filled; a checked catalog has none
     */
    public SortedMap<String, ConfigValue> values(Name environment, Name service) {
        SortedMap<String, ConfigValue> resolved = new TreeMap<>();
        layers(environment, service).forEach(values -> values.entries()
                .forEach((key, written) -> resolved.put(key, filled(key, values.layer(), written))));
        return Collections.unmodifiableSortedMap(resolved);
    }

    /** The keys that have a value for a service in an environment. */
    public SortedSet<String> keys(Name environment, Name service) {
        return layers(environment, service)
                .flatMap(values -> values.entries().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The revision that these values are. */
    public ConfigRevision revision(Name environment, Name service) {
        SortedMap<String, String> texts = new TreeMap<>();
        values(environment, service).forEach((key, value) -> texts.put(key, value.text()));
        return ConfigRevision.of(service, texts);
    }

    /** The layers that reach a service in an environment, the weakest first. */
    private Stream<ConfigSet.Values> layers(Name environment, Name service) {
        return Stream.of(Optional.<Name>empty(), Optional.of(service))
                .flatMap(named -> layers.getOrDefault(named, List.of()).stream())
                .filter(values -> values.environment().map(environment::equals).orElse(true))
                .sorted(WEAKEST_FIRST);
    }

    private ConfigValue filled(String key, Layer layer, ConfigSet.Written written) {
        Addresses.Filled filled = addresses.fill(written.text());
        if (!filled.mistakes().isEmpty()) {
            throw new FailedException(
                    "Resolving the key \"" + key + "\" of " + written.place(),
                    filled.mistakes().get(0).because(),
                    filled.mistakes().get(0).remedy());
        }
        return new ConfigValue(filled.text(), layer, written.place());
    }
}
