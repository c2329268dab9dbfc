package io.jenkins.plugins.servicedelivery.adapter.source;

import java.util.Map;
import java.util.Set;

/** The annotations by which frameworks are told where a client connects to, and which of their elements say it. */
final class HttpAnnotations {
    private static final String DEFAULT_ELEMENT = "value";
    private static final Map<String, Set<String>> ADDRESSES = Map.of(
            "FeignClient", Set.of("url"),
            "HttpExchange", Set.of("url", DEFAULT_ELEMENT),
            "GetExchange", Set.of("url", DEFAULT_ELEMENT),
            "PostExchange", Set.of("url", DEFAULT_ELEMENT),
            "PutExchange", Set.of("url", DEFAULT_ELEMENT),
            "DeleteExchange", Set.of("url", DEFAULT_ELEMENT),
            "RegisterRestClient", Set.of("baseUri"),
            "Client", Set.of(DEFAULT_ELEMENT));
    private static final Map<String, Set<String>> SERVICE_NAMES = Map.of(
            "FeignClient", Set.of("name", DEFAULT_ELEMENT, "serviceId"),
            "Client", Set.of("id", DEFAULT_ELEMENT),
            "LoadBalancerClient", Set.of("name", DEFAULT_ELEMENT));
    private static final Map<String, Set<String>> KEYS = Map.of(
            "Value", Set.of(DEFAULT_ELEMENT),
            "ConfigProperty", Set.of("name", "defaultValue"));

    private HttpAnnotations() {}

    static boolean isKnown(String annotation) {
        return ADDRESSES.containsKey(annotation)
                || SERVICE_NAMES.containsKey(annotation)
                || KEYS.containsKey(annotation);
    }

    static boolean takesAddress(Usage usage) {
        return takes(ADDRESSES, usage);
    }

    static boolean takesServiceName(Usage usage) {
        return takes(SERVICE_NAMES, usage);
    }

    static boolean takesKey(Usage usage) {
        return takes(KEYS, usage);
    }

    private static boolean takes(Map<String, Set<String>> elements, Usage usage) {
        String element = usage.annotationElement().isEmpty() ? DEFAULT_ELEMENT : usage.annotationElement();
        return usage.annotation()
                .filter(name -> elements.getOrDefault(name, Set.of()).contains(element))
                .isPresent();
    }
}
