package io.jenkins.plugins.servicedelivery.core.traffic;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the requests of one service are divided: version names (also the names of their version Services) and weights.
 * The weights add up to 100; a version of weight 0 is referenced but gets no requests.
 */
public record Route(SortedMap<String, Weight> weights) {
    public Route {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        int sum = weights.values().stream().mapToInt(Weight::percent).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("the weights of a route must add up to 100, not " + sum);
        }
    }

    /** All requests to one version. */
    public static Route allTo(String version) {
        return new Route(new TreeMap<>(Map.of(version, Weight.ALL)));
    }

    /** The given share to the candidate, the rest to stable; both are referenced even at weight 0. */
    public static Route split(String stable, String candidate, Weight toCandidate) {
        SortedMap<String, Weight> weights = new TreeMap<>();
        weights.put(stable, toCandidate.rest());
        weights.put(candidate, toCandidate);
        return new Route(weights);
    }

    /** The weight of a version, none where the route does not name it. */
    public Weight of(String version) {
        return weights.getOrDefault(version, Weight.NONE);
    }
}
