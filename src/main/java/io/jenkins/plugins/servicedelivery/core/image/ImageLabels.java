package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.config.ConfigSet;
import io.jenkins.plugins.servicedelivery.core.config.KeySchema;
import io.jenkins.plugins.servicedelivery.core.productline.Owners;
import io.jenkins.plugins.servicedelivery.core.shared.Fingerprint;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The labels of an image: what is known of it that is a function of its inputs. Commit, branch, build and time are not
 * here but in the {@link ImageRecord}, so that equal inputs give an equal digest.
 *
 * @param values by name; the product's own names begin with {@link #PREFIX}
 */
public record ImageLabels(SortedMap<String, String> values) {
    /** The beginning of the name of every label that the product itself fills. */
    public static final String PREFIX = "io.jenkins.service-delivery.";

    /** Name of the product line. */
    public static final String LINE = PREFIX + "line";

    /** Name of the service. */
    public static final String SERVICE = PREFIX + "service";

    /** Name of the image template. */
    public static final String TEMPLATE = PREFIX + "template";

    /** Version of the image template. */
    public static final String TEMPLATE_VERSION = PREFIX + "template-version";

    /** The ports, for example {@code http=8080,admin=8081}. */
    public static final String PORTS = PREFIX + "ports";

    /** The main owners, parted by commas. */
    public static final String OWNERS = PREFIX + "owners";

    /** The backup owners, parted by commas. */
    public static final String BACKUPS = PREFIX + "backups";

    /** Digest of the schema of the configuration keys. */
    public static final String CONFIG_SCHEMA = PREFIX + "config-schema";

    /** Digest of the service's sources. */
    public static final String SOURCES = PREFIX + "sources";

    /** Digest of the base image. */
    public static final String BASE = PREFIX + "base";

    /** HTTP path that answers 2xx when an instance is ready. */
    public static final String PROBE = PREFIX + "probe";

    /** The beginning of the labels that only the simulated cluster reads. */
    public static final String SIMULATION = PREFIX + "simulation.";

    public ImageLabels {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The labels of the image that this plan makes of these inputs. */
    public static ImageLabels of(BuildPlan plan, BuildInputs inputs) {
        BuildRequest request = plan.request();
        Owners owners = request.service().owners();
        SortedMap<String, String> values = new TreeMap<>(plan.recipe().labels());
        inputs.simulation().forEach((key, value) -> values.put(SIMULATION + key, value));
        values.put(LINE, request.line().name().value());
        values.put(SERVICE, request.service().name().value());
        values.put(TEMPLATE, plan.recipe().name().value());
        values.put(TEMPLATE_VERSION, plan.recipe().version());
        values.put(PROBE, plan.recipe().probePath());
        values.put(PORTS, ports(request));
        values.put(OWNERS, String.join(",", owners.main()));
        values.put(BACKUPS, String.join(",", owners.backup()));
        values.put(SOURCES, inputs.sources().value());
        inputs.base().ifPresent(base -> values.put(BASE, base.value()));
        request.config().ifPresent(config -> values.put(CONFIG_SCHEMA, schemaOf(config)));
        return new ImageLabels(values);
    }

    /** The entries that only the simulated cluster reads, without the beginning they share. */
    public SortedMap<String, String> simulation() {
        SortedMap<String, String> entries = new TreeMap<>();
        values.tailMap(SIMULATION).forEach((name, value) -> {
            if (name.startsWith(SIMULATION)) {
                entries.put(name.substring(SIMULATION.length()), value);
            }
        });
        return entries;
    }

    private static String ports(BuildRequest request) {
        return request.service().ports().stream()
                .map(port -> port.name() + "=" + port.number())
                .collect(Collectors.joining(","));
    }

    private static String schemaOf(ConfigSet config) {
        Fingerprint fingerprint = Fingerprint.of("configuration schema");
        for (KeySchema key : config.keys().values()) {
            fingerprint
                    .add("key", key.key())
                    .add("class", key.keyClass().name())
                    .add("type", key.type().name())
                    .add("required", Boolean.toString(key.required()))
                    .add("secret", Boolean.toString(key.secret()))
                    .add("dynamic", Boolean.toString(key.dynamic()));
        }
        return fingerprint.digest().value();
    }
}
