package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image: {@code host[:port]/path[:tag][@sha256:…]}, by the grammar of the OCI distribution specification.
 * The host is always written; there is no default registry.
 *
 * @param host registry host and, where it has one, port
 * @param path repository path in the registry
 */
public record ImageReference(String host, String path, Optional<String> tag, Optional<Digest> digest) {
    private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern GRAMMAR =
            Pattern.compile("(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?)/"
                    + "(?<path>" + COMPONENT + "(?:/" + COMPONENT + ")*)"
                    + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?"
                    + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");

    /** Parses a reference; throws {@link IllegalArgumentException} that says what a reference looks like. */
    public static ImageReference parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not an image reference: it must look like host[:port]/path[:tag][@sha256:digest]");
        }
        return new ImageReference(
                matcher.group("host"),
                matcher.group("path"),
                Optional.ofNullable(matcher.group("tag")),
                Optional.ofNullable(matcher.group("digest")).map(Digest::parse));
    }

    /** Host and path without tag and digest. */
    public String repository() {
        return host + "/" + path;
    }

    /** The same repository at this digest, without a tag: a name that can never mean another image. */
    public ImageReference at(Digest pinned) {
        return new ImageReference(host, path, Optional.empty(), Optional.of(pinned));
    }

    /** The same repository at this tag. */
    public ImageReference tagged(String name) {
        return parse(repository() + ":" + name);
    }

    @Override
    public String toString() {
        return repository()
                + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}
