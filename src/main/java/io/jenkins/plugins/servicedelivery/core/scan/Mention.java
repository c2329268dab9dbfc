package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.shared.Place;

/**
 * A place in a source tree that names something another service may hide behind. Which service that is, only the
 * catalog knows.
 *
 * @param text the address, name or key, without anything secret
 * @param rule the identifier of the rule that saw it, documented for users
 */
public record Mention(Kind kind, String text, String rule, Confidence confidence, Place place)
        implements Comparable<Mention> {
    /** What the text is. */
    public enum Kind {
        /** A URL. */
        ADDRESS,
        /** The name of a service or host, as service discovery and host parameters take it. */
        NAME,
        /** A configuration key or the variable that carries it. */
        KEY
    }

    @Override
    public int compareTo(Mention other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : text.compareTo(other.text);
    }
}
