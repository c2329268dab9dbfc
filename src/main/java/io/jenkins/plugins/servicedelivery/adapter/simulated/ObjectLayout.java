package io.jenkins.plugins.servicedelivery.adapter.simulated;

import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.productline.Port;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How versions are laid out as objects of the simulated cluster: kinds, labels and fields, written and read back. */
final class ObjectLayout {
    static final String WORKLOAD = "Deployment";
    static final String CONFIGURATION = "ConfigMap";
    static final String SERVICE = "Service";

    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String MANAGER = "service-delivery";
    static final String LABEL_LINE = "service-delivery.jenkins.io/line";
    static final String LABEL_ENVIRONMENT = "service-delivery.jenkins.io/environment";
    static final String LABEL_SERVICE = "service-delivery.jenkins.io/service";
    static final String LABEL_VERSION = "service-delivery.jenkins.io/version";

    static final String IMAGE = "image";
    static final String REVISION = "configuration";
    static final String REPLICAS = "replicas";
    static final String PORTS = "ports";
    static final String SELECTS = "selects";

    private ObjectLayout() {}

    /** The ports as an object holds them. */
    static List<Map<String, Object>> ports(List<Port> ports) {
        return ports.stream()
                .map(port -> Map.<String, Object>of("name", port.name(), "number", port.number()))
                .toList();
    }

    /** The ports that an object holds. */
    static List<Port> ports(StoredObject object) {
        List<?> written = object.body().get(PORTS) instanceof List<?> list ? list : List.of();
        return written.stream()
                .map(entry -> (Map<?, ?>) entry)
                .map(entry -> new Port((String) entry.get("name"), ((Number) entry.get("number")).intValue()))
                .toList();
    }

    /** The version that a Service selects. */
    static Optional<String> selected(StoredObject service) {
        return Optional.ofNullable((String) service.body().get(SELECTS));
    }

    /** The image that a workload runs. */
    static ImageReference image(StoredObject workload) {
        return ImageReference.parse(text(workload, IMAGE));
    }

    /** How many instances a workload wants. */
    static int replicas(StoredObject workload) {
        if (workload.body().get(REPLICAS) instanceof Number number) {
            return number.intValue();
        }
        throw invalid("it does not say how many replicas it wants");
    }

    /** What every instance of a workload is made from: everything but their number. */
    static SortedMap<String, Object> template(StoredObject workload) {
        SortedMap<String, Object> template = new TreeMap<>(workload.body());
        template.remove(REPLICAS);
        return template;
    }

    /** The text in this field of an object. */
    static String text(StoredObject object, String field) {
        if (object.body().get(field) instanceof String text) {
            return text;
        }
        throw invalid("its field \"" + field + "\" is no text");
    }

    /** The same content with sorted keys and one type for whole numbers, so that equal content is equal. */
    static SortedMap<String, Object> canonical(Map<String, ?> body) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        body.forEach((key, value) -> sorted.put(key, canonicalValue(value)));
        return Collections.unmodifiableSortedMap(sorted);
    }

    private static Object canonicalValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put((String) key, canonicalValue(inner)));
            return Collections.unmodifiableSortedMap(sorted);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ObjectLayout::canonicalValue).toList();
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof String || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        throw invalid("it holds " + value + ", which is no map, list, text, number or boolean");
    }

    private static FailedException invalid(String reason) {
        return new FailedException("Reading an object", reason, "Correct what made the object.");
    }
}
