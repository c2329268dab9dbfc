package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.shared.Digest;
import io.jenkins.plugins.servicedelivery.core.shared.Fingerprint;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a builder reads before it builds: everything beside the plan that the image is a function of.
 *
 * @param files the source files without the template's outputs: path relative to the source folder, and a digest over
 *     bytes and the executable bit
 * @param base digest of the base image; empty for an empty base
 * @param simulation how the simulated cluster lets the service behave: the entries of {@code simulation.properties} in
 *     the source folder, where there is such a file; a real cluster ignores them
 * @param builderFormat version of the form in which the builder writes images; it grows when the same files give other
 *     bytes
 */
public record BuildInputs(
        SortedMap<String, Digest> files,
        Optional<Digest> base,
        SortedMap<String, String> simulation,
        String builderFormat) {
    private static final int TAG_DIGITS = 16;

    public BuildInputs {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        simulation = Collections.unmodifiableSortedMap(new TreeMap<>(simulation));
    }

    /** The digest of the source files alone: names, bytes and executable bits. */
    public Digest sources() {
        return Fingerprint.of("image sources").add("files", files).digest();
    }

    /** The tag under which the image of exactly these inputs is found: {@code in-} and 16 hex digits. */
    public String contentTag(BuildPlan plan) {
        return "in-" + digest(plan).hex().substring(0, TAG_DIGITS);
    }

    /** The digest of everything that the image is a function of. */
    public Digest digest(BuildPlan plan) {
        ImageTemplate recipe = plan.recipe();
        Fingerprint fingerprint = Fingerprint.of("image inputs")
                .add("builder", builderFormat)
                .add("labels", ImageLabels.of(plan, this).values())
                .add("base", base.map(Digest::value).orElse(""))
                .add("outputs", recipe.outputs())
                .add("limit", recipe.commandLimit().toString())
                .add("user", recipe.user())
                .add("working directory", recipe.workingDirectory())
                .add("entrypoint", recipe.entrypoint())
                .add("variables", recipe.variables());
        recipe.commands().forEach(words -> fingerprint.add("command", words));
        recipe.layers().forEach(layer -> fingerprint
                .add("layer", layer.name())
                .add("from", layer.from())
                .add("into", layer.into()));
        return fingerprint.digest();
    }
}
