package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.Comparator;

/**
 * The evidence of a call: where it was seen, by which rule, and how sure the rule is.
 *
 * @param text what stands there
 */
public record Sighting(Place place, String rule, Confidence confidence, String text) implements Comparable<Sighting> {
    private static final Comparator<Sighting> SUREST_FIRST = Comparator.comparing(Sighting::confidence)
            .reversed()
            .thenComparing(Sighting::place)
            .thenComparing(Sighting::rule)
            .thenComparing(Sighting::text);

    @Override
    public int compareTo(Sighting other) {
        return SUREST_FIRST.compare(this, other);
    }
}
