package io.jenkins.plugins.servicedelivery.core.image;

import io.jenkins.plugins.servicedelivery.core.shared.Name;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of the catalog: how the image of every service that names it is built. Texts may hold {@code ${service}},
 * {@code ${line}} and {@code ${port}}.
 *
 * @param version of the template, as its owners count it; a label of every image
 * @param commands run in the service's source folder, in this order, words and not shell lines
 * @param commandLimit how long one command may take
 * @param outputs files and folders that the commands make, relative to the source folder: no inputs of the image
 * @param layers what goes into the image, in the order of the layers
 * @param user number or name the process runs as
 * @param probePath HTTP path that answers 2xx when an instance is ready
 */
public record ImageTemplate(
        Name name,
        String version,
        BaseImage base,
        List<List<String>> commands,
        Duration commandLimit,
        List<String> outputs,
        List<LayerRule> layers,
        String user,
        String workingDirectory,
        List<String> entrypoint,
        SortedMap<String, String> variables,
        SortedMap<String, String> labels,
        String probePath) {
    public ImageTemplate {
        commands = commands.stream().map(List::copyOf).toList();
        outputs = List.copyOf(outputs);
        layers = List.copyOf(layers);
        entrypoint = List.copyOf(entrypoint);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /**
     * One layer: the files below a folder, or one file, put at a place in the image.
     *
     * @param name what it holds, for example {@code dependencies}
     * @param from file or folder, relative to the source folder
     * @param into absolute path in the image
     */
    public record LayerRule(String name, String from, String into) {}
}
