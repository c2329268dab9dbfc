package io.jenkins.plugins.servicedelivery.adapter.document;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.config.KeyClass;
import io.jenkins.plugins.servicedelivery.core.config.KeySchema;
import io.jenkins.plugins.servicedelivery.core.config.Layer;
import io.jenkins.plugins.servicedelivery.core.config.ValueType;
import io.jenkins.plugins.servicedelivery.core.shared.Name;
import io.jenkins.plugins.servicedelivery.core.shared.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads config sets. */
final class ConfigSetCodec implements Codec<ConfigSet> {
    private static final Name ALL = Name.of("all");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    @Override
    public ConfigSet read(Name name, Fields fields) {
        Name line = fields.need("line", Scalars::name, Fields.UNREAD);
        Map<String, KeySchema> keys = fields.need("keys", item -> item.entries(ConfigSetCodec::key), Map.of());
        List<ConfigSet.Values> values = fields.take("values", item -> item.fields(ConfigSetCodec::values), List.of());
        return new ConfigSet(name, line, new TreeMap<>(keys), values);
    }

    private static Optional<KeySchema> key(Item item) {
        if (!KEY.matcher(item.key()).matches()) {
            item.wrongKey(
                    "bad-key-name",
                    Quoted.of(item.key()) + " is not the name of a key.",
                    "Write lower-case words with dots or hyphens between them, for example payments.timeout.");
        }
        return item.fields(fields -> new KeySchema(
                item.key(),
                fields.take("class", value -> Scalars.choice(value, KeyClass.class), Defaults.KEY_CLASS),
                fields.take("type", value -> Scalars.choice(value, ValueType.class), Defaults.VALUE_TYPE),
                fields.take("required", Scalars::flag, false),
                fields.take("secret", Scalars::flag, false),
                fields.take("dynamic", Scalars::flag, false),
                item.site()));
    }

    private static List<ConfigSet.Values> values(Fields fields) {
        List<ConfigSet.Values> all = new ArrayList<>();
        fields.find("global", ConfigSetCodec::entries)
                .ifPresent(entries -> all.add(values(Layer.GLOBAL, Optional.empty(), Optional.empty(), entries)));
        fields.find("line", ConfigSetCodec::entries)
                .ifPresent(entries -> all.add(values(Layer.LINE, Optional.empty(), Optional.empty(), entries)));
        fields.find("services", item -> item.named(ConfigSetCodec::entriesOf))
                .ifPresent(services -> services.forEach((service, entries) ->
                        all.add(values(Layer.SERVICE, Optional.empty(), Optional.of(service), entries))));
        fields.find(
                        "environments",
                        item -> item.named((name, environment) -> environment.named(ConfigSetCodec::entriesOf)))
                .ifPresent(environments -> environments.forEach(
                        (environment, services) -> services.forEach((service, entries) -> all.add(values(
                                Layer.ENVIRONMENT,
                                Optional.of(environment),
                                Optional.of(service).filter(name -> !name.equals(ALL)),
                                entries)))));
        return all;
    }

    private static ConfigSet.Values values(
            Layer layer,
            Optional<Name> environment,
            Optional<Name> service,
            SortedMap<String, ConfigSet.Written> entries) {
        return new ConfigSet.Values(layer, environment, service, entries);
    }

    private static Optional<SortedMap<String, ConfigSet.Written>> entriesOf(Name name, Item item) {
        return entries(item);
    }

    private static Optional<SortedMap<String, ConfigSet.Written>> entries(Item item) {
        return item.entries(value -> value.text().map(text -> new ConfigSet.Written(text, value.place())))
                .map(TreeMap::new);
    }
}
