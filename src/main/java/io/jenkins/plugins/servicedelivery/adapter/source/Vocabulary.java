package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.SourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a product line that give a call away.
 *
 * @param names of services
 * @param keys configuration keys and the variables that carry them
 */
record Vocabulary(Set<String> names, Set<String> keys) {
    private static final List<String> ALWAYS = List.of("://", "getenv", "getProperty", "\\u");
    private static final List<String> ADDRESS_WORDS =
            List.of("url", "uri", "host", "hostname", "address", "endpoint", "server", "servers", "target", "addr");

    static Vocabulary of(SourceRequest request) {
        return new Vocabulary(request.names(), request.keys());
    }

    /** Words without one of which a file says nothing about calls. */
    List<String> markers() {
        List<String> markers = new ArrayList<>(ALWAYS);
        markers.addAll(names);
        markers.addAll(keys);
        markers.addAll(Technologies.packages());
        return markers;
    }

    /** Whether the last word of a key or variable says that it holds an address. */
    static boolean soundsLikeAddress(String key) {
        String[] words = key.toLowerCase(Locale.ROOT).split("[._-]");
        return words.length > 1 && ADDRESS_WORDS.contains(words[words.length - 1]);
    }
}
