package io.jenkins.plugins.servicedelivery.jenkins.records;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.servicedelivery.core.environment.LiveVersion;
import io.jenkins.plugins.servicedelivery.core.environment.Version;
import io.jenkins.plugins.servicedelivery.core.image.ImageReference;
import io.jenkins.plugins.servicedelivery.core.shared.Digest;

/**
 * What the index says of a version.
 *
 * @param name empty where there is none
 * @param image the digest of its image; empty where it is not known
 * @param configuration the id of its configuration revision; empty where it is not known
 */
public record RunningVersion(String name, String image, String configuration) {
    /** None at all. */
    static final RunningVersion NONE = new RunningVersion("", "", "");

    public RunningVersion {
        name = orEmpty(name);
        image = orEmpty(image);
        configuration = orEmpty(configuration);
    }

    /** A version of which only the name is known. */
    static RunningVersion named(String name) {
        return new RunningVersion(name, "", "");
    }

    static RunningVersion of(Version version) {
        return new RunningVersion(
                version.name(), digest(version.image()), version.configuration().value());
    }

    static RunningVersion of(LiveVersion version) {
        return new RunningVersion(
                version.name(), digest(version.image()), version.configuration().value());
    }

    private static String orEmpty(@CheckForNull String text) {
        return text == null ? "" : text;
    }

    private static String digest(ImageReference image) {
        return image.digest().map(Digest::value).orElse("");
    }
}
