package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.environment.Environment;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads environments. */
final class EnvironmentCodec implements Codec<Environment> {
    private static final Name DEFAULT = Name.of("default");
    private static final int MOST_REPLICAS = 1000;

    @Override
    public Environment read(Name name, Fields fields) {
        Name line = fields.need("line", Scalars::name, Fields.UNREAD);
        Map<Name, Integer> replicas = new HashMap<>(fields.take("replicas", EnvironmentCodec::replicas, Map.of()));
        Integer otherwise = replicas.remove(DEFAULT);
        return new Environment(
                name,
                line,
                fields.take("title", Item::text, name.value()),
                fields.take("namespace", Item::text, line + "-" + name),
                fields.need("owner", Scalars::something, ""),
                fields.take("production", Scalars::flag, false),
                fields.take("services", Item::names, Collections.emptySortedSet()),
                otherwise == null ? Defaults.REPLICAS : otherwise,
                new TreeMap<>(replicas),
                fields.take("readyWithin", Scalars::positiveDuration, Defaults.READY_WITHIN));
    }

    /** One number for all, or a number by service and one for the rest. */
    private static Optional<Map<Name, Integer>> replicas(Item item) {
        return item.isMapping()
                ? item.named((service, number) -> count(number))
                : count(item).map(number -> Map.of(DEFAULT, number));
    }

    private static Optional<Integer> count(Item item) {
        return Scalars.wholeNumber(item, 1, MOST_REPLICAS);
    }
}
